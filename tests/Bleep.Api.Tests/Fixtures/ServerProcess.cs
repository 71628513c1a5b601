using System.Diagnostics;
using System.Text;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Fixtures;

/// <summary>A real <c>bleep serve</c> as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int MaxLogChars = 1 << 20;
    private const string Serving = "bleep: serving ";

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>The real executable.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Bleep.Cli.exe" : "Bleep.Cli");

    /// <summary>Where it serves.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Its first API key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Speaks to it with that key.</summary>
    public ApiClient Client { get; private set; } = null!;

    /// <summary>Everything it printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Id of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a server on a free port and returns once it serves.</summary>
    /// <param name="dataFolder">Its data folder; its key file lies beside it.</param>
    /// <param name="arguments">Further arguments of <c>serve</c>.</param>
    public static Task<ServerProcess> StartAsync(string dataFolder, params string[] arguments) =>
        StartAsync(dataFolder, new Dictionary<string, string?>(), arguments);

    /// <summary>Starts a server on a free port and returns once it serves.</summary>
    /// <param name="dataFolder">Its data folder; its key file lies beside it.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">Further arguments of <c>serve</c>.</param>
    public static async Task<ServerProcess> StartAsync(
        string dataFolder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        string[] all =
        [
            "serve", "--listen", "127.0.0.1:0", "--data", dataFolder, "--key-file", $"{dataFolder}.keys.json", "--allow-network", "127.0.0.0/8",
            "--debug", .. arguments,
        ];
        var server = new ServerProcess(ProgramRun.Start(Program, all, environment: environment));
        try
        {
            server.Url = await server._serving.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        string keyFile = Path.Combine(dataFolder, "first-key");
        server.Key = File.Exists(keyFile) ? (await File.ReadAllTextAsync(keyFile, TestContext.Current.CancellationToken)).Trim() : "";
        server.Client = new ApiClient(server.Url, server.Key);
        return server;
    }

    /// <summary>Ends it as <c>kill -9</c> does: nothing of it runs another instruction. Its child processes must notice by themselves.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop, as an operator does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _serving.TrySetException(new InvalidOperationException($"The server ended before it served: {Log}"));
            return;
        }
        lock (_log)
        {
            if (_log.Length < MaxLogChars)
            {
                _log.AppendLine(line);
            }
        }
        if (line.StartsWith(Serving, StringComparison.Ordinal))
        {
            _serving.TrySetResult(new Uri(line[Serving.Length..].Split(' ')[0]));
        }
    }
}
