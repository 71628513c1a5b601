using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>The words of one turn that are to be written, without fillers, and what was said right before.</summary>
internal sealed class SpokenLine
{
    /// <summary>How many words of the turn before are worth looking at for the meaning of a number.</summary>
    private const int RememberedWords = 15;

    private readonly Turn _turn;
    private readonly List<KeptWord> _kept;
    private readonly string[] _texts;

    private SpokenLine(Turn turn, List<KeptWord> kept, IReadOnlyList<string> before)
    {
        (_turn, _kept, Before) = (turn, kept, before);
        _texts = [.. kept.Select(word => Simplify(turn.Words[word.Index].Text))];
    }

    /// <summary>Number of words.</summary>
    public int Count => _kept.Count;

    /// <summary>The last words of the turn before, in lower case.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>The word in lower case; the empty text outside the line, so that rules may look around freely.</summary>
    public string this[int index] => (uint)index < (uint)_texts.Length ? _texts[index] : "";

    /// <summary>The word as the recogniser wrote it.</summary>
    public string Original(int index) => _turn.Words[_kept[index].Index].Text;

    /// <summary>The silence before a word; zero before the first.</summary>
    public TimeSpan PauseBefore(int index) => index <= 0 || index >= Count
        ? TimeSpan.Zero
        : _turn.Words[_kept[index].First].Start - _turn.Words[_kept[index - 1].Index].End;

    /// <summary>Takes the words of a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The line of the turn before, or null.</param>
    /// <param name="disfluencies">What is left out; null leaves out nothing.</param>
    public static SpokenLine Of(Turn turn, SpokenLine? before, Disfluencies? disfluencies)
    {
        var kept = disfluencies?.Remove(turn) ?? [.. Enumerable.Range(0, turn.Words.Count).Select(index => new KeptWord(index, index))];
        IReadOnlyList<string> memory = before is null ? [] : before.Count > 0
            ? before._texts[Math.Max(0, before.Count - RememberedWords)..]
            : before.Before;
        return new SpokenLine(turn, kept, memory);
    }

    /// <summary>The finished word: the spoken words from first to last, with fillers and stuttering between them, are its source.</summary>
    public OutputWord ToOutput(FormatToken token, string text)
    {
        int first = _kept[token.First].First;
        int last = _kept[token.End - 1].Index;
        double confidence = 0;
        var end = TimeSpan.Zero;
        for (int index = token.First; index < token.End; index++)
        {
            var word = _turn.Words[_kept[index].Index];
            confidence += word.Confidence;
            end = word.End > end ? word.End : end;
        }
        return new OutputWord(text, new WordRange(first, last + 1), _turn.Words[first].Start, end, confidence / (token.End - token.First));
    }

    /// <summary>Index of the raw word behind a word of the line.</summary>
    public int RawIndex(int index) => _kept[index].Index;

    // Some dictionaries write spelled letters with a full stop: 'b.'.
    private static string Simplify(string text)
    {
        string lower = text.ToLowerInvariant();
        return lower is [>= 'a' and <= 'z', '.'] ? lower[..1] : lower;
    }
}
