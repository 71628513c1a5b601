using Bleep.Speech.Models;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Sherpa;

/// <summary>
/// Finds speech in audio with Silero's detector. What it leaves out is never recognised and so never redacted, so it is set to
/// take too much rather than too little.
/// </summary>
internal sealed class SpeechFinder : IDisposable
{
    /// <summary>Longest audio it looks at, in seconds: more than a window of the splitter.</summary>
    private const float MaxSeconds = 125;

    /// <summary>Samples the model looks at together; those of its version 5, which later ones of version 4 take too.</summary>
    private const int Window = 512;

    private readonly VadHandle _vad;

    /// <summary>Loads the model.</summary>
    /// <exception cref="SpeechException">The library refuses it.</exception>
    public SpeechFinder(InstalledModel model)
    {
        using var text = new NativeText();
        var config = new VadConfig
        {
            Model = text.Of(model.PathOf("model")),
            Threshold = 0.3f,
            MinSilence = 0.3f,
            // The shortest words voice no longer than this.
            MinSpeech = 0.05f,
            Window = Window,
            MaxSpeech = MaxSeconds,
            SampleRateHz = ISpeechAudio.RequiredSampleRateHz,
            Threads = 1,
            Provider = text.Of("cpu"),
        };
        _vad = SherpaLibrary.CreateVad(config, MaxSeconds);
        if (_vad.IsInvalid)
        {
            _vad.Dispose();
            throw new SpeechException(SpeechErrorKind.ModelBroken, $"sherpa-onnx refuses the model {model.Name}; install it again");
        }
    }

    /// <summary>Finds the stretches with speech.</summary>
    /// <param name="samples">16 kHz mono, at most two minutes.</param>
    /// <returns>Half-open ranges of samples, in order.</returns>
    public unsafe List<(int Start, int End)> Find(ReadOnlySpan<short> samples)
    {
        SherpaLibrary.ResetVad(_vad);
        using (var audio = new FloatSamples(samples))
        {
            fixed (float* start = audio.Values)
            {
                for (int position = 0; position < audio.Count; position += Window)
                {
                    SherpaLibrary.AcceptVad(_vad, start + position, Math.Min(Window, audio.Count - position));
                }
            }
        }
        SherpaLibrary.FlushVad(_vad);
        var found = new List<(int, int)>();
        while (SherpaLibrary.IsVadEmpty(_vad) == 0)
        {
            var segment = SherpaLibrary.FirstOfVad(_vad);
            found.Add((Math.Clamp(segment->Start, 0, samples.Length), Math.Clamp(segment->Start + segment->Count, 0, samples.Length)));
            SherpaLibrary.DestroyVadSegment(segment);
            SherpaLibrary.PopVad(_vad);
        }
        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => _vad.Dispose();
}
