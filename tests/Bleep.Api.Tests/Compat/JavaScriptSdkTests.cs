using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bleep.Api.Tests.Contract;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Compat;

/// <summary>The official JavaScript SDK, as it is published, against a real server.</summary>
[Collection(SharedServerTests.Name)]
public sealed partial class JavaScriptSdkTests(SharedServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recordings_allCallsOfTheSdk_work()
    {
        string answers = _folder["answers.jsonl"];
        string folder = RepositoryFiles.PathOf("tests/compat/js");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "assemblyai")), "The SDK is not installed; run npm ci in tests/compat/js, or ./test.");
        var run = await ProgramRun.RunAsync(
            "node",
            ["--test-reporter=tap", "recordings.mjs"],
            folder: folder,
            environment: new Dictionary<string, string?>
            {
                ["BLEEP_URL"] = server.Process.Url.ToString().TrimEnd('/'),
                ["BLEEP_KEY"] = server.Process.Key,
                ["BLEEP_RECORDINGS"] = server.Recordings.Folder,
                ["BLEEP_ANSWERS"] = answers,
            },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        int declared = TestDeclaration().Count(await File.ReadAllTextAsync(Path.Combine(folder, "recordings.mjs"), TestContext.Current.CancellationToken));
        Assert.Equal(declared, int.Parse(Passed().Match(run.Output).Groups[1].Value, CultureInfo.InvariantCulture));
        await CheckAnswersAsync(answers);
    }

    private static async Task CheckAnswersAsync(string file)
    {
        List<string> faults = [];
        int count = 0;
        await foreach (string line in File.ReadLinesAsync(file, TestContext.Current.CancellationToken))
        {
            var answer = JsonDocument.Parse(line).RootElement;
            faults.AddRange(WireContract.FaultsOf(
                answer.GetProperty("method").GetString()!,
                answer.GetProperty("path").GetString()!,
                answer.GetProperty("status").GetInt32(),
                answer.GetProperty("contentType").GetString()?.Split(';')[0],
                answer.GetProperty("body").GetString()!));
            count++;
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.NotEqual(0, count);
    }

    [GeneratedRegex("^test\\(", RegexOptions.Multiline)]
    private static partial Regex TestDeclaration();

    [GeneratedRegex("^# pass ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
