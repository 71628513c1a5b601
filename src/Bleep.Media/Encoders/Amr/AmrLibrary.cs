using System.Runtime.InteropServices;

namespace Bleep.Media.Encoders.Amr;

/// <summary>
/// The codec libraries of the system, which most builds of ffmpeg leave out: opencore-amr for narrow-band and vo-amrwbenc for
/// wide-band. They are optional.
/// </summary>
internal static partial class AmrLibrary
{
    private const string NarrowName = "libopencore-amrnb.so.0";
    private const string WideName = "libvo-amrwbenc.so.0";

    /// <summary>True when the library for the kind is installed.</summary>
    public static bool IsInstalled(bool isWide) => isWide ? s_wide.Value : s_narrow.Value;

    private static readonly Lazy<bool> s_narrow = new(() => CanLoad(NarrowName));
    private static readonly Lazy<bool> s_wide = new(() => CanLoad(WideName));

    [LibraryImport(NarrowName, EntryPoint = "Encoder_Interface_init")]
    internal static partial nint NarrowInit(int discontinuous);

    [LibraryImport(NarrowName, EntryPoint = "Encoder_Interface_exit")]
    internal static partial void NarrowExit(nint state);

    /// <summary>Encodes 160 samples; returns the bytes written to <paramref name="frame"/>, at most 32.</summary>
    [LibraryImport(NarrowName, EntryPoint = "Encoder_Interface_Encode")]
    internal static partial int NarrowEncode(
        NarrowEncoderHandle state, int mode, ReadOnlySpan<short> speech, Span<byte> frame, int forceSpeech);

    [LibraryImport(WideName, EntryPoint = "E_IF_init")]
    internal static partial nint WideInit();

    [LibraryImport(WideName, EntryPoint = "E_IF_exit")]
    internal static partial void WideExit(nint state);

    /// <summary>Encodes 320 samples; returns the bytes written to <paramref name="frame"/>, at most 61.</summary>
    [LibraryImport(WideName, EntryPoint = "E_IF_encode")]
    internal static partial int WideEncode(
        WideEncoderHandle state, int mode, ReadOnlySpan<short> speech, Span<byte> frame, int discontinuous);

    private static bool CanLoad(string name)
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(name, out nint handle))
        {
            return false;
        }
        NativeLibrary.Free(handle);
        return true;
    }
}
