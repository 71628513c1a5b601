using Bleep.Pii.Detection;
using Bleep.Pii.Formatting;

namespace Bleep.Pii.Redaction;

/// <summary>
/// Substitutes every word of the formatted transcript whose spoken words a finding touches, so that what was detected in the raw
/// words cannot stay in the tidy text. Thread-safe.
/// </summary>
/// <param name="substitution">What to write in place of a word.</param>
/// <param name="mergeStaticTerms">
/// True when a static term of several words becomes one tag from the start of the first to the end of the last word; false for
/// a tag per word. Hashes always keep the words.
/// </param>
public sealed class TranscriptRedactor(Substitution substitution, bool mergeStaticTerms = true)
{
    /// <summary>Redacts a formatted transcript.</summary>
    /// <param name="turns">The formatted turns; each names the raw turn it was made of.</param>
    /// <param name="spans">Findings over the raw words, in any order, overlapping or not.</param>
    /// <returns>The turns in the same order.</returns>
    /// <exception cref="ArgumentException">A finding covers no word, so nobody could say what it hides.</exception>
    public IReadOnlyList<RedactedTurn> Redact(IReadOnlyList<OutputTurn> turns, IReadOnlyList<PiiSpan> spans)
    {
        if (spans.Any(span => span.Words.Length <= 0))
        {
            throw new ArgumentException("A finding covers no word.", nameof(spans));
        }
        var byTurn = spans.ToLookup(span => span.Turn);
        return [.. turns.Select(turn => Redact(turn, byTurn[turn.Turn]))];
    }

    private RedactedTurn Redact(OutputTurn turn, IEnumerable<PiiSpan> spans)
    {
        var words = turn.Words;
        var owners = SpanPainting.Paint(words.Count, spans.Select(span => (span,
            First(words, word => word.Source.End > span.Words.Start), First(words, word => word.Source.Start >= span.Words.End))));
        var redacted = new List<RedactedWord>(words.Count);
        for (int index = 0; index < words.Count;)
        {
            int after = index + 1;
            while (MergesRun(owners[index]) && after < words.Count && owners[after] == owners[index])
            {
                after++;
            }
            redacted.Add(Redact(turn, index, after, owners[index]));
            index = after;
        }
        return new RedactedTurn(redacted, turn.Speaker, turn.Channel);
    }

    private bool MergesRun(PiiSpan? owner) =>
        owner is not null && substitution.CanMerge && (owner.IsStatic ? mergeStaticTerms : !substitution.PerWord);

    private RedactedWord Redact(OutputTurn turn, int first, int after, PiiSpan? owner)
    {
        string text = turn.Words[first].Text;
        var end = turn.Words[first].End;
        int sourceEnd = turn.Words[first].Source.End;
        double confidence = turn.Words[first].Confidence;
        for (int index = first + 1; index < after; index++)
        {
            var word = turn.Words[index];
            text = $"{text} {word.Text}";
            end = word.End > end ? word.End : end;
            sourceEnd = Math.Max(sourceEnd, word.Source.End);
            confidence += word.Confidence;
        }
        return new RedactedWord(owner is null ? text : substitution.Replace(text, owner), turn.Words[first].Start, end,
            confidence / (after - first), turn.Speaker, turn.Channel, owner)
        {
            Source = turn.Words[first].Source with { End = sourceEnd },
        };
    }

    private static int First(IReadOnlyList<OutputWord> words, Func<OutputWord, bool> holds)
    {
        int low = 0;
        int high = words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(words[middle]) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
