using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.PocketSphinx;

/// <summary>PocketSphinx inside an engine host.</summary>
internal sealed class PocketSphinxEngine : IHostedEngine
{
    private readonly SphinxDecoder _speech;

    private PocketSphinxEngine(SphinxDecoder speech) => _speech = speech;

    /// <summary>Loads the library and the model.</summary>
    /// <exception cref="SpeechException">Either is missing or broken.</exception>
    public static IHostedEngine Load(EngineSpec spec)
    {
        var model = PocketSphinxModel.Of(spec);
        SphinxDecoder.LoadLibraries();
        return new PocketSphinxEngine(SphinxDecoder.Create(model.SpeechOptions()));
    }

    /// <inheritdoc/>
    public ValueTask<WordsMessage> RecognizeAsync(
        ReadOnlyMemory<short> samples, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken)
    {
        var words = SphinxWords.Of(_speech.Decode(samples.Span));
        return new(new WordsMessage(words, []));
    }

    /// <inheritdoc/>
    public IHostedUtterance BeginUtterance(JobMessage job) =>
        throw new SpeechException(SpeechErrorKind.UnsupportedFeature, "this engine takes no live audio");

    /// <inheritdoc/>
    public void Dispose() => _speech.Dispose();
}
