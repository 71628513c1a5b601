using Bleep.Api.Tests.Fixtures;
using Bleep.Testing;

namespace Bleep.Api.Tests;

/// <summary>A recording's way through a real server.</summary>
public sealed class TranscriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Transcript_ofUpload_isRedacted()
    {
        await using var server = await ServerProcess.StartAsync(_folder["data"]);
        byte[] call = await File.ReadAllBytesAsync(RepositoryFiles.PathOf("samples/call.mp3"), TestContext.Current.CancellationToken);
        var transcript = await server.Client.TranscribeAsync(call, new() { ["redact_pii"] = true });
        Assert.Equal("completed", transcript["status"]!.GetValue<string>());
        Assert.Contains("###", transcript["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
