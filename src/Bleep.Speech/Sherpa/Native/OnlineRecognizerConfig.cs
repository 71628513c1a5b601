using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxOnlineRecognizerConfig</c> on 64-bit systems; unnamed fields stay zero.</summary>
[StructLayout(LayoutKind.Explicit, Size = 272)]
internal struct OnlineRecognizerConfig
{
    [FieldOffset(0)]
    public FeatureConfig Features;

    [FieldOffset(8)]
    public OnlineModelConfig Model;

    /// <summary><c>greedy_search</c>; anything the model does not know ends the process.</summary>
    [FieldOffset(144)]
    public nint DecodingMethod;

    [FieldOffset(152)]
    public int MaxActivePaths;

    [FieldOffset(156)]
    public int EnableEndpoint;
}
