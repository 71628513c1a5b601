using System.Text.RegularExpressions;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Documentation;

/// <summary>Runs the examples of <c>docs/api.md</c> as a reader would.</summary>
[Collection(SharedServerTests.Name)]
public sealed partial class ApiPageTests(SharedServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Curl_examples_workInOrder()
    {
        string output = await RunAsync("bash", "example.sh", "set -euo pipefail\n" + await BlocksAsync("bash"));
        Assert.Contains("[PERSON_NAME]", output, StringComparison.Ordinal);
        Assert.Contains("WEBVTT", output, StringComparison.Ordinal);
        Assert.Contains("Deleted by user.", output, StringComparison.Ordinal);
        Assert.Contains("\"policy\":\"person_name\"", output, StringComparison.Ordinal);
        Assert.Contains("Call me at [PHONE_NUMBER]", output, StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder["call.redacted.wav"]).Length > 0);
        Assert.True(new FileInfo(_folder["meeting.redacted.mp4"]).Length > 0);
    }

    [Fact]
    public async Task JavaScript_example_works()
    {
        Directory.CreateSymbolicLink(_folder["node_modules"], RepositoryFiles.PathOf("tests/compat/js/node_modules"));
        Assert.Contains("#", await RunAsync("node", "example.mjs", await BlocksAsync("js")), StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder["call.redacted.mp3"]).Length > 0);
    }

    [Fact]
    public async Task Python_example_works() =>
        Assert.Contains("#", await RunAsync("python3", "example.py", await BlocksAsync("python")), StringComparison.Ordinal);

    [Fact]
    public async Task CSharp_example_isTheOneThatIsCompiledAndWorks()
    {
        string source = await File.ReadAllTextAsync(RepositoryFiles.PathOf("tests/Bleep.Api.Tests/Documentation/ClientExample.cs"), Token);
        string compiled = Indent().Replace(source, "");
        Assert.Contains(await BlocksAsync("csharp"), compiled, StringComparison.Ordinal);
        string? text = await ClientExample.RunAsync(server.Process.Url.ToString(), server.Process.Key, server.Recordings.Speech, Token);
        Assert.Contains("[PERSON_NAME]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_always_namesEveryEndpointAndField()
    {
        string page = await PageAsync();
        var document = await server.Client.GetAsync("openapi.json");
        string[] endings = [.. document["paths"]!.AsObject().Select(path => path.Key.Split('/')[^1]).Where(ending => !ending.StartsWith('{'))];
        Assert.All(endings, ending => Assert.Contains(ending, page, StringComparison.Ordinal));
        var fields = document["components"]!["schemas"]!["TranscriptParams"]!["properties"]!.AsObject().Select(field => field.Key);
        Assert.All(fields.Where(field => field.StartsWith("redact_", StringComparison.Ordinal)), field => Assert.Contains($"`{field}`", page, StringComparison.Ordinal));
    }

    private async Task<string> RunAsync(string program, string name, string script)
    {
        File.Copy(server.Recordings.Speech, _folder["call.wav"]);
        File.Copy(server.Recordings.Video, _folder["meeting.mp4"]);
        _folder.Write(name, script);
        var run = await ProgramRun.RunAsync(
            program,
            [name],
            folder: _folder.Path,
            environment: new Dictionary<string, string?> { ["BLEEP_URL"] = server.Process.Url.ToString().TrimEnd('/'), ["BLEEP_KEY"] = server.Process.Key },
            cancellationToken: Token);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run.Output;
    }

    private static Task<string> PageAsync() => File.ReadAllTextAsync(RepositoryFiles.PathOf("docs/api.md"), Token);

    private static async Task<string> BlocksAsync(string language)
    {
        string[] blocks =
        [
            .. Block().Matches(await PageAsync()).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value),
        ];
        Assert.NotEmpty(blocks);
        return string.Concat(blocks);
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^ {8}", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
