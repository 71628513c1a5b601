using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxOfflineRecognizerConfig</c> on 64-bit systems; unnamed fields stay zero.</summary>
[StructLayout(LayoutKind.Explicit, Size = 608)]
internal struct OfflineRecognizerConfig
{
    [FieldOffset(0)]
    public FeatureConfig Features;

    [FieldOffset(8)]
    public OfflineModelConfig Model;

    /// <summary><c>greedy_search</c>; anything the model does not know ends the process.</summary>
    [FieldOffset(528)]
    public nint DecodingMethod;

    [FieldOffset(536)]
    public int MaxActivePaths;
}
