using Bleep.Speech.Models;
using Bleep.Speech.Models.Files;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Sherpa;

/// <summary>A model of running speech. Its streams are used one at a time.</summary>
internal sealed class OnlineDecoder : IDisposable
{
    private readonly OnlineRecognizerHandle _recognizer;

    /// <summary>Loads the model.</summary>
    /// <exception cref="SpeechException">The library refuses it.</exception>
    public OnlineDecoder(InstalledModel model, ModelFacts facts, int threads)
    {
        using var text = new NativeText();
        var config = new OnlineRecognizerConfig
        {
            Features = new FeatureConfig { SampleRateHz = ISpeechAudio.RequiredSampleRateHz, Dimension = facts.FeatureDimension },
            DecodingMethod = text.Of("greedy_search"),
            MaxActivePaths = 4,
            Model = new OnlineModelConfig
            {
                Tokens = text.Of(model.PathOf("tokens")),
                Threads = threads,
                Provider = text.Of("cpu"),
            },
        };
        switch (model.Kind)
        {
            case ModelKind.OnlineTransducer:
                config.Model.Encoder = text.Of(model.PathOf("encoder"));
                config.Model.Decoder = text.Of(model.PathOf("decoder"));
                config.Model.Joiner = text.Of(model.PathOf("joiner"));
                break;
            case ModelKind.OnlineZipformerCtc:
                config.Model.ZipformerCtc = text.Of(model.PathOf("model"));
                break;
            case ModelKind.OnlineNemoCtc:
                config.Model.NemoCtc = text.Of(model.PathOf("model"));
                break;
            default:
                throw new SpeechException(SpeechErrorKind.ModelBroken, $"the model {model.Name} is of a kind that takes no live audio");
        }
        _recognizer = SherpaLibrary.CreateOnlineRecognizer(config);
        if (_recognizer.IsInvalid)
        {
            _recognizer.Dispose();
            throw new SpeechException(SpeechErrorKind.ModelBroken, $"sherpa-onnx refuses the model {model.Name}; install it again");
        }
    }

    /// <summary>Begins a stretch of running speech.</summary>
    public OnlineStream Begin() => new(_recognizer);

    /// <inheritdoc/>
    public void Dispose() => _recognizer.Dispose();
}
