using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Doctor_machine_that_has_everything_is_told_so()
    {
        var run = await BleepCli.RunAsync("doctor");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (string name in new[] { "ffmpeg", "mp3 encoder", "speech engine", "temporary folder" })
        {
            Assert.Contains($"ok      {name}", run.Output);
        }
    }

    [Fact]
    public async Task Doctor_without_ffmpeg_says_how_to_install_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The command is Debian's.");
        var run = await DoctorAsync();
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("MISSING ffmpeg", run.Output);
        Assert.Contains("sudo apt-get install ffmpeg", run.Output);
    }

    [Theory]
    [InlineData("#!/bin/sh\necho ffmpeg version 9.9 Copyright\n", "MISSING mp3 encoder")]
    [InlineData("#!/nowhere/at/all\n", "does not run")]
    public async Task Doctor_with_a_poor_ffmpeg_says_what_is_wrong(string script, string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Scripts are of other systems.");
        foreach (string name in new[] { "ffmpeg", "ffprobe" })
        {
            _folder.Write(name, script);
#pragma warning disable CA1416 // Skipped on Windows above.
            File.SetUnixFileMode(_folder[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        }
        var run = await DoctorAsync();
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(part, run.Output);
    }

    private Task<ProgramRun> DoctorAsync() => ProgramRun.RunAsync(
        BleepCli.Program, ["doctor"], environment: new Dictionary<string, string?> { ["PATH"] = _folder.Path },
        cancellationToken: TestContext.Current.CancellationToken);
}
