using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>
/// <c>SherpaOnnxOfflineRecognizerResult</c> on 64-bit systems. The library's own; arrays are null where the model gives no such values.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal unsafe struct OfflineResult
{
    [FieldOffset(0)]
    public byte* Text;

    /// <summary>Start of each token in seconds.</summary>
    [FieldOffset(8)]
    public float* Starts;

    /// <summary>Number of tokens.</summary>
    [FieldOffset(16)]
    public int Count;

    [FieldOffset(32)]
    public byte** Tokens;

    /// <summary>Language the model recognised, or null.</summary>
    [FieldOffset(48)]
    public byte* Language;

    /// <summary>Length of each token in seconds.</summary>
    [FieldOffset(72)]
    public float* Durations;

    /// <summary>Natural logarithm of each token's probability.</summary>
    [FieldOffset(80)]
    public float* LogProbabilities;

    /// <summary>Start of each segment in seconds.</summary>
    [FieldOffset(88)]
    public float* SegmentStarts;

    /// <summary>Length of each segment in seconds.</summary>
    [FieldOffset(96)]
    public float* SegmentDurations;

    [FieldOffset(112)]
    public byte** SegmentTexts;

    /// <summary>Number of segments.</summary>
    [FieldOffset(120)]
    public int SegmentCount;
}
