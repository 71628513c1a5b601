using Bleep.Transcripts;

namespace Bleep.Speech;

/// <summary>What was heard in all channels of a recording.</summary>
/// <param name="Words">
/// The words by their start, with speaker and 1-based channel where channels were kept apart: what
/// <see cref="Transcript.GroupIntoTurns"/> takes.
/// </param>
public sealed record MultichannelResult(IReadOnlyList<(Word Word, string? Speaker, int? Channel)> Words)
{
    /// <summary>Number of channels that were recognised apart.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>The language that was recognised, as a BCP 47 style code.</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Length of the longest channel.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What the engine could not honour in any channel; see <see cref="RecognitionResult.Warnings"/>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
