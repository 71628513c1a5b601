using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxSpeechSegment</c> on 64-bit systems. The library's own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct VadSegment
{
    /// <summary>Index of its first sample.</summary>
    [FieldOffset(0)]
    public int Start;

    /// <summary>Number of its samples.</summary>
    [FieldOffset(16)]
    public int Count;
}
