using System.Collections.Immutable;

namespace Bleep.Media.Waveforms;

/// <summary>The outline of a sound: a fixed number of stretches of equal length, each with its lowest and highest sample.</summary>
/// <param name="Duration">Length of the sound.</param>
/// <param name="Lowest">Lowest sample of each stretch, from -1 to 1, over all channels.</param>
/// <param name="Highest">Highest sample of each stretch, from -1 to 1; as many as <paramref name="Lowest"/>.</param>
public sealed record WaveformPeaks(TimeSpan Duration, ImmutableArray<float> Lowest, ImmutableArray<float> Highest)
{
    /// <summary>Number of stretches.</summary>
    public int Count => Lowest.Length;
}
