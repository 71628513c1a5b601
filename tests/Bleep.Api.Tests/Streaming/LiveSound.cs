using Bleep.Testing;
using Bleep.Testing.Processes;

namespace Bleep.Api.Tests.Streaming;

/// <summary>The sample call as samples, decoded by the real ffmpeg.</summary>
internal static class LiveSound
{
    /// <summary>The beginning of the call, 16 kHz mono.</summary>
    /// <param name="folder">Takes the decoded file.</param>
    /// <param name="seconds">How much of it.</param>
    public static async Task<short[]> OfCallAsync(TemporaryFolder folder, int seconds)
    {
        var token = TestContext.Current.CancellationToken;
        string file = folder["call.raw"];
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-i", RepositoryFiles.PathOf("samples/call.mp3"), "-t", $"{seconds}", "-ac", "1", "-ar", "16000", "-f", "s16le", file,
        ];
        var run = await ProgramRun.RunAsync("ffmpeg", arguments, cancellationToken: token);
        Assert.True(run.ExitCode == 0, run.Error);
        byte[] bytes = await File.ReadAllBytesAsync(file, token);
        short[] samples = new short[bytes.Length / 2];
        Buffer.BlockCopy(bytes, 0, samples, 0, samples.Length * 2);
        return samples;
    }
}
