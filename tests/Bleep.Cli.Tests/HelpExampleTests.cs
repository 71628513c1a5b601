using Bleep.Speech.Models;
using Bleep.Testing;
using Bleep.Testing.Http;
using Bleep.Testing.Processes;
using Bleep.Testing.Speech;

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
        await using var mirror = await FileServer.StartAsync();
        await PrepareModelsAsync(folder, mirror);
        var environment = new Dictionary<string, string?>
        {
            ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}",
            ["BLEEP_DATA"] = folder["data"],
            ["BLEEP_MIRROR"] = mirror.Address.AbsoluteUri,
        };

        // 'verify' looks at what 'redact' wrote; the models come and go after the commands that would pick them.
        string[] commands =
        [
            "redact", "live", "verify", "text", "detect", "eval", "doctor", "keys", "keys create", "keys list", "keys revoke",
            "models", "models list", "models add", "models test", "models remove", "models pull",
        ];
        foreach (string command in commands)
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

    /// <summary>A data folder with the library alone, a model to add, and a server that has a tiny model under a large one's name.</summary>
    private static async Task PrepareModelsAsync(TemporaryFolder folder, FileServer mirror)
    {
        await ToneModels.CopyAsync(folder["data"], withModels: false);
        await ToneModels.MakeFilesAsync(folder["made"], TestContext.Current.CancellationToken);
        Directory.Move(folder["made/tone-tdt"], folder["my-model"]);
        string archive = Path.GetFileName(ModelCatalogue.Default.Find("parakeet-tdt-0.6b-v3")!.Address.AbsolutePath);
        mirror.Files[$"/{archive}"] = await File.ReadAllBytesAsync(
            TestArchives.PackFolder(folder[archive], folder["my-model"], "tone"), TestContext.Current.CancellationToken);
    }
}
