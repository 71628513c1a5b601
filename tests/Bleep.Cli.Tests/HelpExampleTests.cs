using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Cli.Tests;

/// <summary>Runs every example that a help text shows, as a user would type it.</summary>
public sealed class HelpExampleTests
{
    [Fact]
    public async Task Examples_of_all_commands_work_in_order()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["samples"]);
        foreach (string name in new[] { "call.mp3", "call.mp4" })
        {
            File.Copy(RepositoryFiles.PathOf($"samples/{name}"), folder[$"samples/{name}"]);
        }
        folder.Write("gold.jsonl", """{"turns":[{"words":["i","am","john"],"spans":[{"start":2,"end":3,"policy":"person_name"}]}]}""");
        File.CreateSymbolicLink(folder["bleep"], BleepCli.Program);
        var environment = new Dictionary<string, string?> { ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}" };

        // 'verify' looks at what 'redact' wrote.
        foreach (string command in new[]
        {
            "redact", "verify", "text", "detect", "eval", "doctor", "keys", "keys create", "keys list", "keys revoke",
        })
        {
            var help = await BleepCli.RunAsync([.. command.Split(' '), "--help"]);
            string[] examples =
            [
                .. help.Output.Split('\n').SkipWhile(line => !line.StartsWith("Example", StringComparison.Ordinal)).Skip(1)
                    .Select(line => line.Trim()).Where(line => line.Length > 0),
            ];
            Assert.NotEmpty(examples);
            foreach (string example in examples)
            {
                var run = await ProgramRun.RunAsync(
                    "/bin/bash", ["-c", example], folder: folder.Path, environment: environment, cancellationToken: TestContext.Current.CancellationToken);
                Assert.True(run.ExitCode == 0, $"{example} ended with {run.ExitCode}: {run.Error}");
            }
        }
        Assert.True(File.Exists(folder["redacted/call.redacted.mp4"]));
    }
}
