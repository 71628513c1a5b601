using Bleep.Synthesis.Errors;
using Bleep.Synthesis.Records;

namespace Bleep.Training.Tagger.Sentences;

/// <summary>
/// Makes documents of made-up sentences, each of them four times: as written, as a hasty writer puts it without capitals, as a recogniser
/// writes it, and as one that mishears. The same seed and lexicons give the same documents.
/// </summary>
internal sealed class SentenceSource
{
    private const double ErrorRate = 0.12;
    private const int MinTurns = 6;
    private const int MaxTurns = 16;

    private static readonly string[] s_files = ["calls", "talk", "written"];

    // Written documents hold sentences of their own kind; in speech nobody signs with a title and a company.
    private static readonly int[] s_spokenShares = [60, 35, 5];
    private static readonly int[] s_writtenShares = [20, 25, 55];

    private readonly string[][] _sentences = [.. s_files.Select(SentenceLists.Sentences)];
    private readonly SentenceExpander _expander;
    private readonly RecognizerErrors _errors = new(ErrorRate);

    public SentenceSource(string language) => _expander = new SentenceExpander(new SentenceValues(language));

    /// <summary>Makes so many documents of each style.</summary>
    public IEnumerable<LabelledDocument> Generate(int count, int seed)
    {
        for (int index = 0; index < count; index++)
        {
            var random = new SplitMix(((ulong)(uint)seed << 32) + (uint)index);
            yield return Make("sentences", s_writtenShares, ref random);
            if (index % 4 == 0)
            {
                var hasty = Make("sentences-lower", s_writtenShares, ref random);
                yield return hasty with { Turns = [.. hasty.Turns.Select(turn => turn with { Text = turn.Text.ToLowerInvariant() })] };
            }
            yield return SpokenStyle.Write(Make("sentences", s_spokenShares, ref random));
            yield return Mishear(SpokenStyle.Write(Make("sentences-heard", s_spokenShares, ref random)), seed + index);
        }
    }

    private LabelledDocument Make(string source, int[] shares, ref SplitMix random)
    {
        var turns = new LabelledText[MinTurns + random.Below(MaxTurns - MinTurns)];
        for (int turn = 0; turn < turns.Length; turn++)
        {
            var text = new LabelledTextBuilder();
            int sentences = 1 + random.Below(3);
            for (int sentence = 0; sentence < sentences; sentence++)
            {
                text.Append(text.Length > 0 ? " " : "");
                int share = random.Below(100);
                int file = share < shares[0] ? 0 : share < shares[0] + shares[1] ? 1 : 2;
                _expander.Write(random.Pick(_sentences[file]), text, ref random);
            }
            turns[turn] = text.ToText();
        }
        return new LabelledDocument(source, false, turns);
    }

    private LabelledDocument Mishear(LabelledDocument document, int seed)
    {
        var call = new SyntheticCall(document.Source, "", [.. document.Turns.Select(ToCall)]);
        return document with { Turns = [.. _errors.Apply(call, seed).Turns.Where(turn => turn.Words.Count > 0).Select(FromCall)] };
    }

    private static CallTurn ToCall(LabelledText turn)
    {
        string[] words = turn.Text.Split(' ');
        var spans = new List<CallSpan>();
        foreach (var range in turn.Ranges)
        {
            int start = turn.Text.AsSpan(0, range.Start).Count(' '), end = turn.Text.AsSpan(0, range.End).Count(' ') + 1;
            spans.Add(new CallSpan(start, end, range.Kind.ToString(System.Globalization.CultureInfo.InvariantCulture), false, ""));
        }
        return new CallTurn("caller", [.. words.Select(word => new CallWord(word, word.Length == 1 && word is not ("a" or "i")))], spans, "", []);
    }

    private static LabelledText FromCall(CallTurn turn)
    {
        var starts = new int[turn.Words.Count + 1];
        for (int word = 0; word < turn.Words.Count; word++)
        {
            starts[word + 1] = starts[word] + turn.Words[word].Text.Length + 1;
        }
        return new LabelledText(turn.Spoken, [.. turn.Spans.OrderBy(span => span.Start).Select(span =>
            new LabelledRange(starts[span.Start], starts[span.End] - 1, int.Parse(span.Policy, System.Globalization.CultureInfo.InvariantCulture)))]);
    }
}
