using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pii.Redaction;

/// <summary>One word of the redacted transcript.</summary>
/// <param name="Text">What the reader sees.</param>
/// <param name="Start">When it begins, from the start of the recording.</param>
/// <param name="End">When it ends.</param>
/// <param name="Confidence">How sure the recogniser was, 0 to 1.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="Channel">The 1-based channel, or null.</param>
/// <param name="Redaction">The strongest finding that touches the word; null when the word stands as it was.</param>
public sealed record RedactedWord(
    string Text, TimeSpan Start, TimeSpan End, double Confidence, string? Speaker, int? Channel, PiiSpan? Redaction)
{
    /// <summary>The raw words of the turn that it was made of; empty where that was not kept.</summary>
    public WordRange Source { get; init; }
}
