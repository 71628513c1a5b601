using Bleep.Speech;
using Bleep.Speech.Hosting;

namespace Bleep.Server.Jobs;

/// <summary>The speech engine of a server, chosen once at its start; its hosts are kept warm and shared by all jobs.</summary>
public sealed class SpeechService : IAsyncDisposable
{
    private readonly EngineHostPool _pool;
    private readonly EngineChoice _choice;

    private SpeechService(EngineHostPool pool, EngineChoice choice)
    {
        _pool = pool;
        _choice = choice;
        Recognizer = choice.CreateRecognizer();
        LiveRecognizer = Recognizer.Info.Can(EngineCapabilities.Streaming) ? choice.CreateStreamingRecognizer() : null;
    }

    /// <summary>The engine and what it can do.</summary>
    public EngineInfo Engine => Recognizer.Info;

    /// <summary>What the operator should know about the choice, or null.</summary>
    public string? Notice => _choice.Notice;

    /// <summary>Recognises recordings, several at the same time.</summary>
    public ISpeechRecognizer Recognizer { get; }

    /// <summary>Recognises live audio; null when the engine takes none.</summary>
    public IStreamingRecognizer? LiveRecognizer { get; }

    /// <summary>Chooses the engine; starts nothing yet.</summary>
    /// <param name="options">Engine, model and number of hosts.</param>
    /// <exception cref="SpeechException">There is no such engine, or it is not installed.</exception>
    public static SpeechService Open(ServerOptions options)
    {
        var limits = SpeechEngines.PoolOptionsFor(options.Engine, options.Model, "en", options.EngineHosts, options.Speech);
        var pool = new EngineHostPool(limits with { MaxLiveHosts = options.MaxStreams });
        return new SpeechService(pool, new SpeechEngines(pool, options.Speech).Choose(options.Engine, options.Model));
    }

    /// <summary>Loads the engine, so that the first job need not wait and a broken model is known at the start.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">The engine does not load.</exception>
    public Task LoadAsync(CancellationToken cancellationToken) => _choice.LoadAsync(cancellationToken);

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
