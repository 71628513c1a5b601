using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxVadModelConfig</c> on 64-bit systems, for Silero's detector; unnamed fields stay zero.</summary>
[StructLayout(LayoutKind.Explicit, Size = 88)]
internal struct VadConfig
{
    [FieldOffset(0)]
    public nint Model;

    /// <summary>Probability from which on it is speech.</summary>
    [FieldOffset(8)]
    public float Threshold;

    /// <summary>Silence that ends speech, in seconds.</summary>
    [FieldOffset(12)]
    public float MinSilence;

    /// <summary>Shorter sounds are no speech, in seconds.</summary>
    [FieldOffset(16)]
    public float MinSpeech;

    /// <summary>Samples looked at together.</summary>
    [FieldOffset(20)]
    public int Window;

    /// <summary>Longer speech is cut, in seconds.</summary>
    [FieldOffset(24)]
    public float MaxSpeech;

    [FieldOffset(32)]
    public int SampleRateHz;

    [FieldOffset(36)]
    public int Threads;

    [FieldOffset(40)]
    public nint Provider;
}
