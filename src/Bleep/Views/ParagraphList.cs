using Bleep.Pii.Redaction;

namespace Bleep.Views;

/// <summary>Groups sentences into paragraphs: until a long pause, until another speaker or channel begins, or until it is long enough.</summary>
public static class ParagraphList
{
    private const int MaxSentences = 6;
    private const int EnoughWords = 80;

    /// <summary>A silence that begins a new paragraph.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    /// <summary>Groups the sentences of a transcript.</summary>
    /// <param name="turns">The turns in the order of their start, redacted or not.</param>
    /// <returns>The paragraphs in the order of their start; together they hold every word once.</returns>
    public static IReadOnlyList<TranscriptPart> Of(IReadOnlyList<RedactedTurn> turns)
    {
        var paragraphs = new List<TranscriptPart>();
        var group = new List<TranscriptPart>();
        foreach (var sentence in SentenceList.Of(turns))
        {
            if (group.Count > 0 && BeginsParagraph(group, sentence))
            {
                paragraphs.Add(Join(group));
                group.Clear();
            }
            group.Add(sentence);
        }
        if (group.Count > 0)
        {
            paragraphs.Add(Join(group));
        }
        return paragraphs;
    }

    private static bool BeginsParagraph(List<TranscriptPart> group, TranscriptPart next) =>
        group[^1].Speaker != next.Speaker || group[^1].Channel != next.Channel
        || next.Time.Start - group[^1].Time.End >= s_pause
        || group.Count >= MaxSentences
        || group.Sum(sentence => sentence.Words.Count) >= EnoughWords;

    private static TranscriptPart Join(List<TranscriptPart> group) =>
        new([.. group.SelectMany(sentence => sentence.Words)], group[0].Speaker, group[0].Channel);
}
