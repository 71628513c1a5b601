using System.Diagnostics;
using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

/// <summary>A killed run cannot tidy up after itself; the next one in the same folder does, and touches no run that is alive.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Hidden => _folder.Entries.Where(entry => entry.StartsWith("out/.", StringComparison.Ordinal));

    [Fact]
    public async Task Next_run_removes_what_a_killed_one_left_and_nothing_of_a_running_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are of other systems.");
        string wav = _folder.Write("long.wav", WavBytes.Of(WavBytes.Bursts(1200, sampleRateHz: 48_000), 48_000));
        string words = _folder.Write("words.json", GivenCall.Usual.Json);
        GivenCall.Usual.Write(_folder, "short");
        Directory.CreateDirectory(_folder["out"]);
        Directory.CreateDirectory(_folder["temp"]);

        // A stopped process is alive, and cannot be over before the other run is.
        using var killed = Start(wav, words);
        await UntilMaskingAsync(killed);
        await SignalAsync("STOP", killed);
        string[] unfinished = [.. Hidden];
        Assert.NotEmpty(unfinished);
        await RedactShortAsync();
        Assert.Equal(unfinished, Hidden);

        killed.Kill();
        await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(unfinished, Hidden);
        await RedactShortAsync();
        Assert.Empty(Hidden);
        Assert.Contains("out/short.redacted.txt", _folder.Entries);
        // The runtime's own sockets hold nothing.
        Assert.DoesNotContain(
            Directory.GetFiles(_folder["temp"]),
            file => !Path.GetFileName(file).StartsWith("clr-debug-pipe-", StringComparison.Ordinal)
                && !Path.GetFileName(file).StartsWith("dotnet-diagnostic-", StringComparison.Ordinal));
    }

    private Process Start(string wav, string words) => ProgramRun.Start(
        BleepCli.Program, ["redact", wav, "--transcript", words, "--unredacted", "--out", _folder["out"]],
        environment: new Dictionary<string, string?> { ["TMPDIR"] = _folder["temp"] });

    private static async Task UntilMaskingAsync(Process process)
    {
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.EndsWith(": masking", StringComparison.Ordinal))
        {
        }
    }

    private static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task RedactShortAsync()
    {
        var run = await BleepCli.RunAsync("redact", _folder["short.wav"], "--transcript", _folder["short.words.json"], "--out", _folder["out"]);
        Assert.Equal(0, run.ExitCode);
    }
}
