using Bleep.Pii.Detection;
using Bleep.Pii.Redaction;
using Bleep.Transcripts;
using Bleep.Views;

namespace Bleep.Outputs;

/// <summary>What is left of a recording's words once everything private is replaced, and where it stood.</summary>
/// <param name="Turns">The redacted turns in the order of their start.</param>
/// <param name="Spans">Every finding, over the raw words.</param>
/// <param name="Redactions">The same findings with their times, in the order of time.</param>
/// <param name="Masks">The times to mask, not padded.</param>
public sealed record RedactedRecording(
    IReadOnlyList<RedactedTurn> Turns, IReadOnlyList<PiiSpan> Spans, IReadOnlyList<Redaction> Redactions, Timeline Masks)
{
    /// <summary>Length of the recording.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Language of the words.</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Number of channels that were recognised apart.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>All words in the order of their start.</summary>
    public IReadOnlyList<RedactedWord> Words => WordList.Of(Turns);
}
