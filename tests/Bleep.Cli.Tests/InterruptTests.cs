using System.Diagnostics;
using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

public sealed class InterruptTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_in_the_middle_of_a_job_leaves_nothing(string signal)
    {
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "Started in the background of a shell, where interrupts are ignored.");
        using var folder = new TemporaryFolder();
        // Long enough that masking cannot be over before the signal comes.
        string wav = folder.Write("long.wav", WavBytes.Of(WavBytes.Bursts(1200, sampleRateHz: 48_000), 48_000));
        string words = folder.Write("words.json", GivenCall.Usual.Json);
        var before = folder.Entries;
        using var process = ProgramRun.Start(BleepCli.Program, ["redact", wav, "--transcript", words]);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.EndsWith(": masking", StringComparison.Ordinal))
        {
        }
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, folder.Entries);
    }

    // A shell lets what it starts in the background ignore SIGINT, and every child inherits that.
    private static bool IgnoresInterrupts()
    {
        string? mask = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))?[7..].Trim();
        const ulong Interrupt = 1UL << 1;
        return mask is not null && (Convert.ToUInt64(mask, 16) & Interrupt) != 0;
    }
}
