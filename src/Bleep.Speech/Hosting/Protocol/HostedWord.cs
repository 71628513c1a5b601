using Bleep.Transcripts;

namespace Bleep.Speech.Hosting.Protocol;

/// <summary>A word as a host reports it.</summary>
/// <param name="Text">The word.</param>
/// <param name="StartMs">Its start in milliseconds from the start of the piece or utterance.</param>
/// <param name="EndMs">Its end in milliseconds, not before the start.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record HostedWord(string Text, int StartMs, int EndMs, double Confidence)
{
    /// <summary>Length in milliseconds.</summary>
    public int DurationMs => EndMs - StartMs;

    /// <summary>The word in the time of the recording.</summary>
    /// <param name="origin">Where the piece or utterance begins.</param>
    public Word ToWord(TimeSpan origin) => new(
        Text, origin + TimeSpan.FromMilliseconds(StartMs), origin + TimeSpan.FromMilliseconds(EndMs), Confidence);
}
