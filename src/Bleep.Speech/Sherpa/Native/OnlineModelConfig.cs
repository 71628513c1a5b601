using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary><c>SherpaOnnxOnlineModelConfig</c> on 64-bit systems; unnamed fields stay zero. Pointers are UTF-8 text.</summary>
[StructLayout(LayoutKind.Explicit, Size = 136)]
internal struct OnlineModelConfig
{
    [FieldOffset(0)]
    public nint Encoder;

    [FieldOffset(8)]
    public nint Decoder;

    [FieldOffset(16)]
    public nint Joiner;

    [FieldOffset(40)]
    public nint ZipformerCtc;

    [FieldOffset(48)]
    public nint Tokens;

    [FieldOffset(56)]
    public int Threads;

    [FieldOffset(64)]
    public nint Provider;

    [FieldOffset(72)]
    public int Debug;

    [FieldOffset(120)]
    public nint NemoCtc;
}
