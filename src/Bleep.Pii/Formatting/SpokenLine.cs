using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>The words of one turn that are to be written, without fillers, and what was said right before.</summary>
internal sealed class SpokenLine
{
    /// <summary>How many words of the turn before are worth looking at for the meaning of a number.</summary>
    private const int RememberedWords = 15;

    private readonly Turn _turn;
    private readonly List<int> _raw;
    private readonly string[] _texts;

    private SpokenLine(Turn turn, List<int> raw, IReadOnlyList<string> before)
    {
        (_turn, _raw, Before) = (turn, raw, before);
        _texts = [.. raw.Select(index => Simplify(turn.Words[index].Text))];
    }

    /// <summary>Number of words.</summary>
    public int Count => _raw.Count;

    /// <summary>The last words of the turn before, in lower case.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>The word in lower case; the empty text outside the line, so that rules may look around freely.</summary>
    public string this[int index] => (uint)index < (uint)_texts.Length ? _texts[index] : "";

    /// <summary>The word as the recogniser wrote it.</summary>
    public string Original(int index) => _turn.Words[_raw[index]].Text;

    /// <summary>The silence before a word; zero before the first.</summary>
    public TimeSpan PauseBefore(int index) => index <= 0 || index >= Count
        ? TimeSpan.Zero
        : _turn.Words[_raw[index]].Start - _turn.Words[_raw[index - 1]].End;

    public static SpokenLine Of(Turn turn, SpokenLine? before, Func<string, bool> isFiller)
    {
        var kept = new List<int>(turn.Words.Count);
        for (int index = 0; index < turn.Words.Count; index++)
        {
            if (!isFiller(turn.Words[index].Text))
            {
                kept.Add(index);
            }
        }
        IReadOnlyList<string> memory = before is null ? [] : before.Count > 0
            ? before._texts[Math.Max(0, before.Count - RememberedWords)..]
            : before.Before;
        return new SpokenLine(turn, kept, memory);
    }

    /// <summary>The finished word: the spoken words from first to last, with fillers between them, are its source.</summary>
    public OutputWord ToOutput(FormatToken token, string text)
    {
        int first = _raw[token.First];
        int last = _raw[token.End - 1];
        double confidence = 0;
        var end = TimeSpan.Zero;
        for (int index = token.First; index < token.End; index++)
        {
            var word = _turn.Words[_raw[index]];
            confidence += word.Confidence;
            end = word.End > end ? word.End : end;
        }
        return new OutputWord(text, new WordRange(first, last + 1), _turn.Words[first].Start, end, confidence / (token.End - token.First));
    }

    /// <summary>Index of the raw word behind a word of the line.</summary>
    public int RawIndex(int index) => _raw[index];

    // Some dictionaries write spelled letters with a full stop: 'b.'.
    private static string Simplify(string text)
    {
        string lower = text.ToLowerInvariant();
        return lower is [>= 'a' and <= 'z', '.'] ? lower[..1] : lower;
    }
}
