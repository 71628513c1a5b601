using System.Runtime.InteropServices;

namespace Bleep.Synthesis.Audio.Flite;

/// <summary>The library's <c>cst_wave</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FliteWave
{
    private readonly nint _type;

    /// <summary>Samples a second.</summary>
    public readonly int SampleRateHz;

    /// <summary>Number of samples of one channel.</summary>
    public readonly int SampleCount;

    /// <summary>Number of channels.</summary>
    public readonly int ChannelCount;

    /// <summary>Address of the samples, 16 bit.</summary>
    public readonly nint Samples;
}
