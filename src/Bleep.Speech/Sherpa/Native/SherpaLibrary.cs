using System.Runtime.InteropServices;
using Bleep.Speech.Native;

namespace Bleep.Speech.Sherpa.Native;

/// <summary>
/// Calls of sherpa-onnx's C interface, version <see cref="Version"/>. Structures carry no version of their own, so the library must be
/// of exactly this one. Text is UTF-8; a null pointer means the default; configurations are copied by the calls that take them.
/// </summary>
internal static partial class SherpaLibrary
{
    /// <summary>Name of the library in these bindings.</summary>
    public const string Library = "sherpa-onnx-c-api";

    /// <summary>The version whose structures these bindings describe.</summary>
    public const string Version = "1.13.8";

    /// <summary>Loads the library and checks its version. Its neighbour in the folder, onnxruntime, follows by itself.</summary>
    /// <param name="path">Path of the library's file.</param>
    /// <exception cref="SpeechException">It cannot be loaded, or is of another version.</exception>
    public static void Load(string path)
    {
        if (nint.Size != 8)
        {
            throw new SpeechException(SpeechErrorKind.EngineMissing, "sherpa-onnx runs on 64-bit systems only");
        }
        if (OperatingSystem.IsWindows())
        {
            // Windows looks beside the program for what a library needs, unless it is loaded already.
            _ = NativeLibrary.TryLoad(Path.Combine(Path.GetDirectoryName(path)!, "onnxruntime.dll"), out _);
        }
        if (!NativeLibraries.TryLoad(Library, [path]))
        {
            throw new SpeechException(SpeechErrorKind.EngineMissing, "the sherpa-onnx library cannot be loaded; run: bleep models pull sherpa-onnx");
        }
        if (Marshal.PtrToStringUTF8(GetVersion()) is not Version)
        {
            throw new SpeechException(
                SpeechErrorKind.EngineMissing, $"the sherpa-onnx library is not version {Version}; run: bleep models pull sherpa-onnx");
        }
    }

    /// <summary>The version; static text.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetVersionStr")]
    public static partial nint GetVersion();

    /// <summary>Makes a recogniser of whole utterances; null when files are missing or settings contradict each other.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOfflineRecognizer")]
    public static partial OfflineRecognizerHandle CreateOfflineRecognizer(in OfflineRecognizerConfig config);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineRecognizer")]
    public static partial void DestroyOfflineRecognizer(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOfflineStream")]
    public static partial OfflineStreamHandle CreateOfflineStream(OfflineRecognizerHandle recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineStream")]
    public static partial void DestroyOfflineStream(nint stream);

    /// <summary>Gives the samples, from -1 to 1; once a stream.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxAcceptWaveformOffline")]
    public static unsafe partial void AcceptOffline(OfflineStreamHandle stream, int sampleRateHz, float* samples, int count);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDecodeOfflineStream")]
    public static partial void DecodeOffline(OfflineRecognizerHandle recognizer, OfflineStreamHandle stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetOfflineStreamResult")]
    public static unsafe partial OfflineResult* GetOfflineResult(OfflineStreamHandle stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOfflineRecognizerResult")]
    public static unsafe partial void DestroyOfflineResult(OfflineResult* result);

    /// <summary>Makes a recogniser of running speech; null when files are missing or settings contradict each other.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOnlineRecognizer")]
    public static partial OnlineRecognizerHandle CreateOnlineRecognizer(in OnlineRecognizerConfig config);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineRecognizer")]
    public static partial void DestroyOnlineRecognizer(nint recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateOnlineStream")]
    public static partial OnlineStreamHandle CreateOnlineStream(OnlineRecognizerHandle recognizer);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineStream")]
    public static partial void DestroyOnlineStream(nint stream);

    /// <summary>Gives the next samples, from -1 to 1.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxOnlineStreamAcceptWaveform")]
    public static unsafe partial void AcceptOnline(OnlineStreamHandle stream, int sampleRateHz, float* samples, int count);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxOnlineStreamInputFinished")]
    public static partial void FinishOnline(OnlineStreamHandle stream);

    /// <summary>Not 0 when there is enough audio to decode a step.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxIsOnlineStreamReady")]
    public static partial int IsOnlineReady(OnlineRecognizerHandle recognizer, OnlineStreamHandle stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDecodeOnlineStream")]
    public static partial void DecodeOnline(OnlineRecognizerHandle recognizer, OnlineStreamHandle stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxGetOnlineStreamResult")]
    public static unsafe partial OnlineResult* GetOnlineResult(OnlineRecognizerHandle recognizer, OnlineStreamHandle stream);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyOnlineRecognizerResult")]
    public static unsafe partial void DestroyOnlineResult(OnlineResult* result);

    /// <summary>Makes a detector of speech; null when its file is missing.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxCreateVoiceActivityDetector")]
    public static partial VadHandle CreateVad(in VadConfig config, float maxSeconds);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroyVoiceActivityDetector")]
    public static partial void DestroyVad(nint vad);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorAcceptWaveform")]
    public static unsafe partial void AcceptVad(VadHandle vad, float* samples, int count);

    /// <summary>Says that no more audio comes.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorFlush")]
    public static partial void FlushVad(VadHandle vad);

    /// <summary>Forgets everything.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorReset")]
    public static partial void ResetVad(VadHandle vad);

    /// <summary>Not 0 when no stretch of speech waits.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorEmpty")]
    public static partial int IsVadEmpty(VadHandle vad);

    /// <summary>The first stretch that waits, to be freed with <see cref="DestroyVadSegment"/>.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorFront")]
    public static unsafe partial VadSegment* FirstOfVad(VadHandle vad);

    [LibraryImport(Library, EntryPoint = "SherpaOnnxDestroySpeechSegment")]
    public static unsafe partial void DestroyVadSegment(VadSegment* segment);

    /// <summary>Drops the first stretch that waits.</summary>
    [LibraryImport(Library, EntryPoint = "SherpaOnnxVoiceActivityDetectorPop")]
    public static partial void PopVad(VadHandle vad);
}
