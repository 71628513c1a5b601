using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxOnlineRecognizerResult</c> on 64-bit systems. The library's own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
internal unsafe struct OnlineResult
{
    [FieldOffset(0)]
    public byte* Text;

    [FieldOffset(16)]
    public byte** Tokens;

    /// <summary>Start of each token in seconds; null where the model gives none.</summary>
    [FieldOffset(24)]
    public float* Starts;

    /// <summary>Number of tokens.</summary>
    [FieldOffset(32)]
    public int Count;

    /// <summary>JSON with, among others, <c>ys_probs</c>: natural logarithms of the tokens' probabilities, empty for CTC.</summary>
    [FieldOffset(40)]
    public byte* Json;
}
