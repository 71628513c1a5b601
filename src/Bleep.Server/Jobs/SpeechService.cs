using Bleep.Speech;
using Bleep.Speech.Hosting;

namespace Bleep.Server.Jobs;

/// <summary>The speech engine of a server, chosen once at its start; its hosts are kept warm and shared by all jobs.</summary>
public sealed class SpeechService : IAsyncDisposable
{
    private readonly EngineHostPool _pool;
    private readonly EngineChoice _choice;
    private readonly EngineChoice _liveChoice;

    private SpeechService(EngineHostPool pool, EngineChoice choice, EngineChoice liveChoice)
    {
        _pool = pool;
        _choice = choice;
        _liveChoice = liveChoice;
        Recognizer = choice.CreateRecognizer();
        LiveRecognizer = liveChoice.IsUsable && liveChoice.Info.Can(EngineCapabilities.Streaming) ? liveChoice.CreateStreamingRecognizer() : null;
    }

    /// <summary>The engine and what it can do.</summary>
    public EngineInfo Engine => Recognizer.Info;

    /// <summary>What the operator should know about the choice, or null.</summary>
    public string? Notice => _choice.Notice;

    /// <summary>Recognises recordings, several at the same time.</summary>
    public ISpeechRecognizer Recognizer { get; }

    /// <summary>Recognises live audio; null when no engine that was asked for takes any. Models for live audio are others.</summary>
    public IStreamingRecognizer? LiveRecognizer { get; }

    /// <summary>Chooses the engine; starts nothing yet.</summary>
    /// <param name="options">Engine, model and number of hosts.</param>
    /// <exception cref="SpeechException">There is no such engine, or it is not installed.</exception>
    public static SpeechService Open(ServerOptions options)
    {
        var limits = SpeechEngines.PoolOptionsFor(options.Engine, options.Model, "en", options.EngineHosts, options.Speech);
        var pool = new EngineHostPool(limits with { MaxLiveHosts = options.MaxStreams });
        var engines = new SpeechEngines(pool, options.Speech);
        return new SpeechService(
            pool, engines.Choose(options.Engine, options.Model), engines.Choose(options.Engine, options.Model, isLive: true));
    }

    /// <summary>Loads the engine, so that the first job need not wait and a broken model is known at the start.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">The engine does not load.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _choice.LoadAsync(cancellationToken);
        bool isAnother = LiveRecognizer is not null && (_liveChoice.Info!.Name, _liveChoice.Info.Model) != (Engine.Name, Engine.Model);
        if (isAnother)
        {
            await _liveChoice.LoadAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Recognizer.DisposeAsync();
        if (LiveRecognizer is not null)
        {
            await LiveRecognizer.DisposeAsync();
        }
        await _pool.DisposeAsync();
    }
}
