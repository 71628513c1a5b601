using System.Runtime.InteropServices;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Files;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Sherpa;

/// <summary>A model of whole utterances. Not safe for concurrent use.</summary>
internal sealed class OfflineDecoder : IDisposable
{
    /// <summary>Silence after the audio: models need some to settle the last word.</summary>
    private const int TailSamples = ISpeechAudio.RequiredSampleRateHz * 3 / 10;

    /// <summary>Shorter audio is filled up with silence; too few frames make some models fail, and with them the process.</summary>
    private const int MinSamples = ISpeechAudio.RequiredSampleRateHz;

    private readonly InstalledModel _model;
    private readonly ModelFacts _facts;
    private readonly int _threads;
    private OfflineRecognizerHandle? _recognizer;
    private string _language = "";

    /// <summary>Loads the model.</summary>
    /// <exception cref="SpeechException">The library refuses it.</exception>
    public OfflineDecoder(InstalledModel model, ModelFacts facts, int threads)
    {
        _model = model;
        _facts = facts;
        _threads = threads;
        Use(model.Languages[0]);
    }

    private bool IsToldLanguage => _model.Kind is ModelKind.Whisper or ModelKind.SenseVoice;

    /// <summary>Decodes samples as one utterance.</summary>
    /// <param name="samples">16 kHz mono, at most 30 s: Whisper drops what is more.</param>
    /// <param name="language">A language code.</param>
    public unsafe HeardSpeech Decode(ReadOnlySpan<short> samples, string language)
    {
        var recognizer = Use(language);
        using var stream = SherpaLibrary.CreateOfflineStream(recognizer);
        if (stream.IsInvalid)
        {
            throw new SpeechException(SpeechErrorKind.EngineFailed, "sherpa-onnx could not begin a piece of audio");
        }
        using (var audio = new FloatSamples(samples, Math.Max(TailSamples, MinSamples - samples.Length)))
        {
            fixed (float* start = audio.Values)
            {
                SherpaLibrary.AcceptOffline(stream, ISpeechAudio.RequiredSampleRateHz, start, audio.Count);
            }
        }
        SherpaLibrary.DecodeOffline(recognizer, stream);
        var result = SherpaLibrary.GetOfflineResult(stream);
        if (result is null)
        {
            throw new SpeechException(SpeechErrorKind.EngineFailed, "sherpa-onnx could not decode a piece of audio");
        }
        try
        {
            return Read(*result);
        }
        finally
        {
            SherpaLibrary.DestroyOfflineResult(result);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _recognizer?.Dispose();

    /// <summary>Some models are told the language when they are loaded.</summary>
    private OfflineRecognizerHandle Use(string language)
    {
        int end = language.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? language : language[..end]).ToLowerInvariant();
        if (_recognizer is null || (IsToldLanguage && primary != _language))
        {
            _recognizer?.Dispose();
            _recognizer = null;
            _recognizer = Create(primary);
            _language = primary;
        }
        return _recognizer;
    }

    private OfflineRecognizerHandle Create(string language)
    {
        using var text = new NativeText();
        var config = new OfflineRecognizerConfig
        {
            Features = new FeatureConfig { SampleRateHz = ISpeechAudio.RequiredSampleRateHz, Dimension = _facts.FeatureDimension },
            DecodingMethod = text.Of("greedy_search"),
            MaxActivePaths = 4,
            Model = new OfflineModelConfig
            {
                Tokens = text.Of(_model.PathOf("tokens")),
                Threads = _threads,
                Provider = text.Of("cpu"),
            },
        };
        ref var model = ref config.Model;
        switch (_model.Kind)
        {
            case ModelKind.NemoTransducer or ModelKind.ZipformerTransducer:
                model.Encoder = text.Of(_model.PathOf("encoder"));
                model.Decoder = text.Of(_model.PathOf("decoder"));
                model.Joiner = text.Of(_model.PathOf("joiner"));
                model.ModelType = text.Of(_model.Kind == ModelKind.NemoTransducer ? "nemo_transducer" : "transducer");
                break;
            case ModelKind.NemoCtc:
                model.NemoCtc = text.Of(_model.PathOf("model"));
                break;
            case ModelKind.ZipformerCtc:
                model.ZipformerCtc = text.Of(_model.PathOf("model"));
                break;
            case ModelKind.Whisper:
                model.WhisperEncoder = text.Of(_model.PathOf("encoder"));
                model.WhisperDecoder = text.Of(_model.PathOf("decoder"));
                model.WhisperLanguage = text.Of(language);
                model.WhisperTask = text.Of("transcribe");
                model.WhisperTailPaddings = -1;
                model.WhisperTokenTimes = _facts.TellsTimes ? 1 : 0;
                model.WhisperSegmentTimes = _facts.TellsTimes ? 0 : 1;
                break;
            case ModelKind.SenseVoice:
                model.SenseVoice = text.Of(_model.PathOf("model"));
                model.SenseVoiceLanguage = text.Of(language);
                model.SenseVoiceUseItn = 1;
                break;
            default:
                throw new SpeechException(SpeechErrorKind.ModelBroken, $"the model {_model.Name} is of a kind that is not run this way");
        }
        var recognizer = SherpaLibrary.CreateOfflineRecognizer(config);
        if (recognizer.IsInvalid)
        {
            recognizer.Dispose();
            throw new SpeechException(SpeechErrorKind.ModelBroken, $"sherpa-onnx refuses the model {_model.Name}; install it again");
        }
        return recognizer;
    }

    private static unsafe HeardSpeech Read(in OfflineResult result)
    {
        var tokens = new List<HeardToken>();
        if (result.Starts is not null && result.Tokens is not null)
        {
            for (int index = 0; index < result.Count; index++)
            {
                tokens.Add(new HeardToken(
                    Text(result.Tokens[index]), result.Starts[index],
                    result.Durations is null ? 0 : result.Durations[index],
                    result.LogProbabilities is null ? null : result.LogProbabilities[index]));
            }
        }
        var segments = new List<HeardSegment>();
        if (result.SegmentStarts is not null && result.SegmentDurations is not null && result.SegmentTexts is not null)
        {
            for (int index = 0; index < result.SegmentCount; index++)
            {
                float start = result.SegmentStarts[index];
                segments.Add(new HeardSegment(Text(result.SegmentTexts[index]), start, start + result.SegmentDurations[index]));
            }
        }
        return new HeardSpeech(Text(result.Text), tokens, segments);
    }

    private static unsafe string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
