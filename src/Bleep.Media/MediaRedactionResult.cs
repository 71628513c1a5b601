using Bleep.Media.Waveforms;
using Bleep.Transcripts;

namespace Bleep.Media;

/// <summary>What a masking made.</summary>
/// <param name="Path">Full path of the file written; empty where it went into a stream.</param>
/// <param name="Duration">Length of the sound, counted in samples.</param>
/// <param name="Masked">The masked time with its padding, cut to the sound.</param>
/// <param name="Peaks">Outline of the masked sound.</param>
public sealed record MediaRedactionResult(string Path, TimeSpan Duration, Timeline Masked, WaveformPeaks Peaks)
{
    /// <summary>SHA-256 of the file in lower-case hexadecimal where it came with the writing; null asks for reading the file.</summary>
    public string? Sha256 { get; init; }
}
