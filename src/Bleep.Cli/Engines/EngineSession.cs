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
    /// <exception cref="CommandFailure">There is no such engine, or it is not installed.</exception>
    public static async Task<EngineSession> OpenAsync(string engine, string? model, string language, int? hosts)
    {
        var pool = new EngineHostPool(hosts is null ? null : new EngineHostPoolOptions { MaxHosts = hosts.Value });
        var choice = new SpeechEngines(pool).Choose(engine, model, language);
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
