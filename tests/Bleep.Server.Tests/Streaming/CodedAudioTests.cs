using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Server.Tests.Streaming;

public sealed class CodedAudioTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ogg_opus", "ogg", "libopus")]
    [InlineData("opus", "ogg", "libopus")]
    [InlineData("aac", "adts", "aac")]
    public async Task Coded_audio_reaches_the_engine_decoded(string encoding, string container, string codec)
    {
        short[] sound = WavBytes.Bursts(6);
        byte[] coded = await EncodeAsync(sound, container, codec);
        var engine = new ScriptedRecognizer();
        await using var app = await StreamingApp.StartAsync(engine);
        using var client = await StreamingClient.ConnectAsync(app.Root, $"encoding={encoding}", app.Key);
        foreach (byte[] piece in encoding == "opus" ? OggPackets.Of(coded).Skip(2) : coded.Chunk(2000))
        {
            await client.SendAsync(piece);
        }
        await client.TerminateAsync();

        Assert.Equal(1000, client.CloseCode);
        // Coders add some silence at the ends.
        Assert.InRange(engine.Written.Count, sound.Length - 3200, sound.Length + 3200);
        // The bursts are there: as loud as they were, within what coding changes.
        Assert.InRange(Loudness(engine.Written), Loudness(sound) * 0.7, Loudness(sound) * 1.3);
    }

    [Theory]
    [InlineData("ogg_opus")]
    [InlineData("opus")]
    [InlineData("aac")]
    public async Task Coded_audio_that_is_none_is_3006(string encoding)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await StreamingClient.ConnectAsync(app.Root, $"encoding={encoding}", app.Key);
        var random = new Random(1);
        byte[] garbage = new byte[1000];
        random.NextBytes(garbage);
        garbage[0] = 3;
        await client.SendAsync(garbage);
        await client.TerminateAsync();

        Assert.Equal(3006, client.CloseCode);
    }

    private async Task<byte[]> EncodeAsync(short[] sound, string container, string codec)
    {
        string source = _folder.Write("sound.wav", WavBytes.Of(sound));
        string target = _folder["coded"];
        var run = await ProgramRun.RunAsync(
            "ffmpeg", ["-nostdin", "-v", "error", "-i", source, "-c:a", codec, "-b:a", "64k", "-f", container, target], cancellationToken: Token);
        Assert.True(run.ExitCode == 0, run.Error);
        return await File.ReadAllBytesAsync(target, Token);
    }

    private static double Loudness(IReadOnlyList<short> samples) => Math.Sqrt(samples.Average(sample => (double)sample * sample));
}
