using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Streaming;

/// <summary>The official JavaScript SDK's streaming client, as it is published, over TLS.</summary>
public sealed partial class JavaScriptStreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Live_audio_all_calls_of_the_sdk_work()
    {
        var token = TestContext.Current.CancellationToken;
        short[] call = await LiveSound.OfCallAsync(_folder, seconds: 8);
        string sound = _folder.Write("sound.raw", MemoryMarshal.AsBytes(call.AsSpan()).ToArray());
        string folder = RepositoryFiles.PathOf("tests/compat/js");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "assemblyai")), "The SDK is not installed; run npm ci in tests/compat/js, or ./test.");
        string data = _folder["data"];
        await using var server = await ServerProcess.StartAsync(data, "--tls-self-signed");
        var run = await ProgramRun.RunAsync(
            "node",
            ["--test-reporter=tap", "streaming.mjs"],
            folder: folder,
            environment: new Dictionary<string, string?>
            {
                ["BLEEP_URL"] = server.Url.ToString().TrimEnd('/'),
                ["BLEEP_KEY"] = server.Key,
                ["BLEEP_SOUND"] = sound,
                ["NODE_EXTRA_CA_CERTS"] = Path.Combine(data, "tls-self-signed.crt"),
            },
            cancellationToken: token);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        int declared = TestDeclaration().Count(await File.ReadAllTextAsync(Path.Combine(folder, "streaming.mjs"), token));
        Assert.Contains($"# pass {declared}\n", run.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^test\\(", RegexOptions.Multiline)]
    private static partial Regex TestDeclaration();
}
