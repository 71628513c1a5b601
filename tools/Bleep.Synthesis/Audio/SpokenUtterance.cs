using Bleep.Transcripts;

namespace Bleep.Synthesis.Audio;

/// <summary>One turn as sound.</summary>
/// <param name="Samples">Mono, 16 bit, 16,000 samples a second.</param>
/// <param name="Words">When each word is said, from the start of <paramref name="Samples"/>; the synthesiser's own times.</param>
public sealed record SpokenUtterance(short[] Samples, IReadOnlyList<TimeRange> Words)
{
    /// <summary>Samples a second of all utterances.</summary>
    public const int SampleRateHz = 16_000;
}
