using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Cli.Tests;

/// <summary>The <c>bleep</c> script of the repository's root.</summary>
public sealed class ScriptTests : IDisposable
{
    private static readonly string s_script = RepositoryFiles.PathOf("bleep");

    private readonly TemporaryFolder _folder = new();

    public ScriptTests() => Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/setpriv"), "Needs Linux and setpriv.");

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the script as a user who may not install, on a machine with these programs only.</summary>
    private async Task<ProgramRun> RunAsNobodyAsync(string[] programs, params string[] arguments)
    {
        foreach (string program in programs)
        {
            string path = new[] { "/usr/bin", "/bin", "/usr/local/bin" }.Select(place => Path.Combine(place, program)).First(File.Exists);
            File.CreateSymbolicLink(_folder[program], path);
        }
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
        string[] user = Environment.UserName == "root" ? ["--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        var environment = new Dictionary<string, string?> { ["PATH"] = _folder.Path, ["HOME"] = _folder.Path };
        return await ProgramRun.RunAsync(
            "/usr/bin/setpriv", [.. user, s_script, .. arguments], environment: environment, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static readonly string[] s_basics = ["bash", "env", "find", "grep", "readlink", "dirname", "apt-get", "apt-cache", "dotnet"];

    [Fact]
    public async Task Missing_package_prints_the_command_that_installs_it()
    {
        var run = await RunAsNobodyAsync(s_basics, "redact", "call.mp3", "--transcript", "words.json");
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("run: sudo apt-get install -y --no-install-recommends ffmpeg", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Missing_sdk_says_where_to_get_it()
    {
        var run = await RunAsNobodyAsync(["bash", "env", "find", "grep", "readlink", "dirname"], "--version");
        Assert.SkipWhen(run.ExitCode == 0, "The SDK lies where the script looks for it without a search path.");
        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains(".NET 10 SDK", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Started_from_another_folder_and_through_a_link_it_works()
    {
        File.CreateSymbolicLink(_folder["linked"], s_script);
        var run = await ProgramRun.RunAsync(
            _folder["linked"], ["--version"], folder: _folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Output);
    }

    [Fact]
    public async Task Arguments_and_input_reach_the_program_as_they_are()
    {
        string file = _folder.Write("a b'c\"d.txt", "Call 610-265-1714");
        var run = await ProgramRun.RunAsync(
            s_script, ["text", file, "--sub-text", "* $HOME \"{POLICY}\" *"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, "Call * $HOME \"PHONE_NUMBER\" *"), (run.ExitCode, run.Output));
    }
}
