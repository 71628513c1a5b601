using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxFeatureConfig</c>, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FeatureConfig
{
    /// <summary>Rate the model was trained on, in hertz.</summary>
    public int SampleRateHz;

    /// <summary>Mel bands a frame.</summary>
    public int Dimension;
}
