using System.Runtime.InteropServices;
using System.Text.Json;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Sherpa;

/// <summary>A stretch of running speech, heard bit by bit.</summary>
internal sealed class OnlineStream : IDisposable
{
    /// <summary>Silence after the audio: a chunk that is not full is never decoded.</summary>
    private const int TailSamples = ISpeechAudio.RequiredSampleRateHz;

    private readonly OnlineRecognizerHandle _recognizer;
    private readonly OnlineStreamHandle _stream;

    /// <summary>Begins the stream.</summary>
    /// <param name="recognizer">The recogniser; outlives the stream.</param>
    /// <exception cref="SpeechException">The library refuses.</exception>
    public OnlineStream(OnlineRecognizerHandle recognizer)
    {
        _recognizer = recognizer;
        _stream = SherpaLibrary.CreateOnlineStream(recognizer);
        if (_stream.IsInvalid)
        {
            throw new SpeechException(SpeechErrorKind.EngineFailed, "sherpa-onnx could not begin live audio");
        }
    }

    /// <summary>Listens to the next samples, 16 kHz mono.</summary>
    public void Accept(ReadOnlySpan<short> samples) => Accept(samples, 0);

    /// <summary>What was heard so far.</summary>
    public unsafe HeardSpeech Hear()
    {
        var result = SherpaLibrary.GetOnlineResult(_recognizer, _stream);
        if (result is null)
        {
            throw new SpeechException(SpeechErrorKind.EngineFailed, "sherpa-onnx could not decode live audio");
        }
        try
        {
            return Read(*result);
        }
        finally
        {
            SherpaLibrary.DestroyOnlineResult(result);
        }
    }

    /// <summary>Says that no more audio comes.</summary>
    /// <returns>All that was heard.</returns>
    public HeardSpeech Finish()
    {
        Accept([], TailSamples);
        SherpaLibrary.FinishOnline(_stream);
        Decode();
        return Hear();
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private unsafe void Accept(ReadOnlySpan<short> samples, int silence)
    {
        using var audio = new FloatSamples(samples, silence);
        fixed (float* start = audio.Values)
        {
            SherpaLibrary.AcceptOnline(_stream, ISpeechAudio.RequiredSampleRateHz, start, audio.Count);
        }
        Decode();
    }

    private void Decode()
    {
        while (SherpaLibrary.IsOnlineReady(_recognizer, _stream) != 0)
        {
            SherpaLibrary.DecodeOnline(_recognizer, _stream);
        }
    }

    private static unsafe HeardSpeech Read(in OnlineResult result)
    {
        var tokens = new List<HeardToken>();
        if (result.Starts is not null && result.Tokens is not null)
        {
            var probabilities = Probabilities(result.Json, result.Count);
            for (int index = 0; index < result.Count; index++)
            {
                var text = Marshal.PtrToStringUTF8((nint)result.Tokens[index]) ?? "";
                tokens.Add(new HeardToken(text, result.Starts[index], 0, probabilities.Count == 0 ? null : probabilities[index]));
            }
        }
        return new HeardSpeech(Marshal.PtrToStringUTF8((nint)result.Text) ?? "", tokens, []);
    }

    /// <summary>The structure has no place for probabilities; only its JSON has them, for transducers.</summary>
    private static unsafe List<float> Probabilities(byte* json, int count)
    {
        if (json is null)
        {
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(json).ToArray());
            if (document.RootElement.TryGetProperty("ys_probs", out var values) && values.GetArrayLength() == count)
            {
                return [.. values.EnumerateArray().Select(value => value.GetSingle())];
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Text with control characters is not escaped; then there are no probabilities.
        }
        return [];
    }
}
