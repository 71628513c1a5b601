using Bleep.Speech;
using Bleep.Speech.Hosting;

namespace Bleep.Cli.Engines;

/// <summary>The engine of one run, with the hosts that it runs in.</summary>
internal sealed class EngineSession : IAsyncDisposable
{
    private readonly EngineHostPool _pool;

    private EngineSession(EngineHostPool pool, ISpeechRecognizer recognizer, string? notice)
    {
        _pool = pool;
        Recognizer = recognizer;
        Notice = notice;
    }

    public ISpeechRecognizer Recognizer { get; }

    /// <summary>What the user should know about the engine that was picked, or null.</summary>
    public string? Notice { get; }

    /// <summary>Chooses an engine; hosts start with the first recording.</summary>
    /// <param name="engine">Name of the engine.</param>
    /// <param name="model">Name of the model, or null for the best.</param>
    /// <param name="language">Language to be understood.</param>
    /// <param name="hosts">Processes; null for one a core, as far as memory allows.</param>
    /// <param name="settings">Where engines find what they need.</param>
    /// <exception cref="CommandFailure">There is no such engine, or it is not installed.</exception>
    public static async Task<EngineSession> OpenAsync(string engine, string? model, string language, int? hosts, SpeechEngineSettings settings)
    {
        var pool = new EngineHostPool(SpeechEngines.PoolOptionsFor(engine, model, language, hosts, settings));
        var choice = new SpeechEngines(pool, settings).Choose(engine, model, language);
        if (choice.IsUsable)
        {
            return new EngineSession(pool, choice.CreateRecognizer(), choice.Notice);
        }
        await pool.DisposeAsync();
        throw new CommandFailure(choice.Error.IsMissingSoftware ? ExitCodes.MachineLacks : ExitCodes.WrongUsage, choice.Error.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await Recognizer.DisposeAsync();
        await _pool.DisposeAsync();
    }
}
