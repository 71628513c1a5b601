using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>A sentence or a paragraph.</summary>
/// <param name="Words">Its words, at least one, in the order they are spoken.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="Channel">The 1-based channel, or null.</param>
public sealed record TranscriptPart(IReadOnlyList<RedactedWord> Words, string? Speaker, int? Channel)
{
    /// <summary>The words joined by single blanks.</summary>
    public string Text => WordList.TextOf(Words);

    /// <summary>From the start of the first to the end of the last word.</summary>
    public TimeRange Time => new(Words.Min(word => word.Start), Words.Max(word => word.End));

    /// <summary>Mean of the words' confidences, 0 to 1, to four places.</summary>
    public double Confidence => WordList.ConfidenceOf(Words);
}
