using System.Runtime.InteropServices;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>
/// <c>SherpaOnnxOfflineModelConfig</c> on 64-bit systems. Only the fields that are used have names; the rest stays zero, which the
/// library reads as 'not given'. Pointers are UTF-8 text.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 504)]
internal struct OfflineModelConfig
{
    [FieldOffset(0)]
    public nint Encoder;

    [FieldOffset(8)]
    public nint Decoder;

    [FieldOffset(16)]
    public nint Joiner;

    [FieldOffset(32)]
    public nint NemoCtc;

    [FieldOffset(40)]
    public nint WhisperEncoder;

    [FieldOffset(48)]
    public nint WhisperDecoder;

    [FieldOffset(56)]
    public nint WhisperLanguage;

    [FieldOffset(64)]
    public nint WhisperTask;

    [FieldOffset(72)]
    public int WhisperTailPaddings;

    [FieldOffset(76)]
    public int WhisperTokenTimes;

    [FieldOffset(80)]
    public int WhisperSegmentTimes;

    [FieldOffset(96)]
    public nint Tokens;

    [FieldOffset(104)]
    public int Threads;

    [FieldOffset(108)]
    public int Debug;

    [FieldOffset(112)]
    public nint Provider;

    /// <summary><c>nemo_transducer</c> for transducers made with NeMo, else empty.</summary>
    [FieldOffset(120)]
    public nint ModelType;

    [FieldOffset(152)]
    public nint SenseVoice;

    [FieldOffset(160)]
    public nint SenseVoiceLanguage;

    /// <summary>1 to write numbers in digits and sentence marks.</summary>
    [FieldOffset(168)]
    public int SenseVoiceUseItn;

    [FieldOffset(240)]
    public nint ZipformerCtc;
}
