using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.PocketSphinx;

/// <summary>PocketSphinx inside an engine host: the general decoder, and the passes that listen again for what it is bad at.</summary>
internal sealed class PocketSphinxEngine : IHostedEngine
{
    private readonly PocketSphinxModel _model;
    private readonly SphinxDecoder _speech;
    private readonly DigitDecoder? _digits;
    private KeytermSpotter? _spotter;
    private IReadOnlyList<string> _keyterms = [];

    private PocketSphinxEngine(PocketSphinxModel model, SphinxDecoder speech, DigitDecoder? digits)
    {
        _model = model;
        _speech = speech;
        _digits = digits;
    }

    /// <summary>Loads the library and the model.</summary>
    /// <exception cref="SpeechException">Either is missing or broken.</exception>
    public static IHostedEngine Load(EngineSpec spec)
    {
        var model = PocketSphinxModel.Of(spec);
        SphinxDecoder.LoadLibraries();
        var speech = SphinxDecoder.Create(model.SpeechOptions());
        // The digits' own dictionary is a file in memory, which only Linux has; elsewhere digits are heard as everything else is.
        return new PocketSphinxEngine(model, speech, OperatingSystem.IsLinux() ? DigitDecoder.Create(model, speech.Pronounce) : null);
    }

    /// <inheritdoc/>
    public async ValueTask<WordsMessage> RecognizeAsync(
        ReadOnlyMemory<short> samples, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken)
    {
        var words = SphinxWords.Of(_speech.Decode(samples.Span));
        await step();
        return await RefineAsync(samples, words, job, step, cancellationToken);
    }

    /// <inheritdoc/>
    public IHostedUtterance BeginUtterance(JobMessage job) => new PocketSphinxUtterance(
        _speech, (samples, words, step, cancellationToken) => RefineAsync(samples, words, job, step, cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        _speech.Dispose();
        if (OperatingSystem.IsLinux())
        {
            _digits?.Dispose();
            _spotter?.Dispose();
        }
    }

    private async ValueTask<WordsMessage> RefineAsync(
        ReadOnlyMemory<short> samples, List<HostedWord> words, JobMessage job, Func<ValueTask> step, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new WordsMessage(words, job.Keyterms.Count > 0 ? ["keyterms are ignored: PocketSphinx takes them on Linux only"] : []);
        }
        if (_digits is not null)
        {
            words = new DigitPass(_digits.Decode).Refine(samples.Span, words);
            await step();
        }
        if (job.Keyterms.Count == 0)
        {
            return new WordsMessage(words, []);
        }
        if (_spotter is null || !_keyterms.SequenceEqual(job.Keyterms))
        {
            _spotter?.Dispose();
            _spotter = null;
            _spotter = await KeytermSpotter.CreateAsync(_model, job.Keyterms, _speech.Pronounce, cancellationToken);
            _keyterms = job.Keyterms;
            await step();
        }
        return new WordsMessage(KeytermOverlay.Apply(words, _spotter.Listen(samples.Span)), _spotter.Warnings);
    }
}
