using Bleep.Speech;
using Bleep.Speech.Hosting;

namespace Bleep.Cli.Engines;

/// <summary>The engine of one live channel, with the host that it runs in.</summary>
internal sealed class LiveEngineSession : IAsyncDisposable
{
    private readonly EngineHostPool _pool;

    private LiveEngineSession(EngineHostPool pool, IStreamingRecognizer recognizer, string? notice)
    {
        _pool = pool;
        Recognizer = recognizer;
        Notice = notice;
    }

    public IStreamingRecognizer Recognizer { get; }

    /// <summary>What the user should know about the engine that was picked, or null.</summary>
    public string? Notice { get; }

    /// <summary>Chooses an engine that takes live audio; its host starts with the first session.</summary>
    /// <param name="engine">Name of the engine.</param>
    /// <param name="model">Name of the model, or null for the best.</param>
    /// <param name="language">Language to be understood.</param>
    /// <param name="settings">Where engines find what they need.</param>
    /// <exception cref="CommandFailure">There is no such engine, it is not installed, or it takes no live audio.</exception>
    public static async Task<LiveEngineSession> OpenAsync(string engine, string? model, string language, SpeechEngineSettings settings)
    {
        // One channel needs one host, which may then use all cores.
        var pool = new EngineHostPool(SpeechEngines.PoolOptionsFor(engine, model, language, hosts: 1, settings));
        var choice = new SpeechEngines(pool, settings).Choose(engine, model, language, isLive: true);
        try
        {
            return new LiveEngineSession(pool, choice.CreateStreamingRecognizer(), choice.Notice);
        }
        catch (SpeechException error)
        {
            await pool.DisposeAsync();
            throw new CommandFailure(error.IsMissingSoftware ? ExitCodes.MachineLacks : ExitCodes.WrongUsage, error.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Recognizer.DisposeAsync();
        await _pool.DisposeAsync();
    }
}
