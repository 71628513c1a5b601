using Bleep.Testing.Processes;

namespace Bleep.Cli.Tests;

/// <summary>Runs the real executable.</summary>
internal static class BleepCli
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Bleep.Cli.exe" : "Bleep.Cli");

    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public static Task<ProgramRun> RunAsync(string? input, string[] arguments) =>
        ProgramRun.RunAsync(Program, arguments, input, cancellationToken: TestContext.Current.CancellationToken);
}
