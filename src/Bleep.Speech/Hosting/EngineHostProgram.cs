using Bleep.Speech.Native;

namespace Bleep.Speech.Hosting;

/// <summary>
/// The whole program of an engine host: a child process in which native recognisers run, so that a crash of theirs ends nothing else.
/// It serves the process that started it over its standard streams and ends with it.
/// </summary>
public static class EngineHostProgram
{
    /// <summary>
    /// Serves until the input ends. Call it first thing, with streams opened before; from then on the process belongs to the engine:
    /// it ignores Ctrl-C (its parent decides), writes nothing to the terminal, and dies when its parent does.
    /// </summary>
    /// <param name="input">Frames from the pool: the process's standard input.</param>
    /// <param name="output">Frames to the pool: the process's standard output.</param>
    /// <param name="cancellationToken">Ends the service.</param>
    /// <returns>The exit code of the process: 0 when the input ended, 2 when it was not what a pool sends.</returns>
    public static Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken) =>
        RunAsync(input, output, HostedEngines.BuiltIn, cancellationToken);

    internal static async Task<int> RunAsync(Stream input, Stream output, HostedEngines engines, CancellationToken cancellationToken)
    {
        using var isolation = HostIsolation.Enter();
        // Reading input, decoding and timers each may hold a thread; the pool's default on one core is a single one.
        ThreadPool.SetMinThreads(8, 8);
        int exitCode = await EngineHostSession.RunAsync(input, output, engines, cancellationToken);
        isolation.ExitIfChild(exitCode);
        return exitCode;
    }
}
