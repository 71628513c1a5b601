namespace Bleep.Synthesis.Audio;

/// <summary>A piece of sound in memory.</summary>
/// <param name="SampleRateHz">Samples a second.</param>
/// <param name="Channels">The samples of each channel, 16 bit; all of the same length.</param>
public sealed record Sound(int SampleRateHz, IReadOnlyList<short[]> Channels)
{
    /// <summary>True when the samples went through the telephone's mu-law, so that a file of 8 bits a sample keeps all of them.</summary>
    public bool IsMuLaw { get; init; }

    /// <summary>Samples of each channel.</summary>
    public int Length => Channels[0].Length;

    /// <summary>How long it plays.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / SampleRateHz);
}
