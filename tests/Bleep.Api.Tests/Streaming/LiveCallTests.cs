using Bleep.Api.Tests.Fixtures;
using Bleep.Server.Tests.Streaming;
using Bleep.Testing;

namespace Bleep.Api.Tests.Streaming;

/// <summary>A live call's way through a real server with a real engine.</summary>
public sealed class LiveCallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Live_call_comes_back_redacted_in_words_and_sound()
    {
        short[] call = await LiveSound.OfCallAsync(_folder, seconds: 25);
        await using var server = await ServerProcess.StartAsync(_folder["data"], "--max-streams", "1");
        using var client = await StreamingClient.ConnectAsync(
            server.Url,
            "sample_rate=16000&redact_pii=true&include_partial_turns=redacted&format_turns=true&redacted_audio=true&redacted_audio_method=silence",
            server.Key);
        Assert.Equal("Begin", (string)(await client.ReadAsync("Begin"))["type"]!);
        // The server waits with reading while the engine is behind, so it must be read from meanwhile.
        var reading = client.ReadToEndAsync();
        await client.SpeakAsync(call);
        await client.SendAsync("""{"type":"Terminate"}""");
        await reading;

        Assert.Equal(1000, client.CloseCode);
        Assert.NotEmpty(client.Ends);
        Assert.Contains(client.Ends, turn => ((string)turn["transcript"]!).Contains("###", StringComparison.Ordinal));
        // What is said between two private places is told, and what is private in no message.
        Assert.DoesNotContain(client.Turns, turn => turn.ToJsonString().Contains("susan", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(call.Length * 2, client.Sound.Count);
        AssertHiddenWordsAreSilent(client);
        Assert.Equal(25, (int)client.Messages[^1]["audio_duration_seconds"]!);
    }

    private static void AssertHiddenWordsAreSilent(StreamingClient client)
    {
        short[] heard = new short[client.Sound.Count / 2];
        Buffer.BlockCopy(client.Sound.ToArray(), 0, heard, 0, client.Sound.Count);
        var hidden = client.Ends.Where(turn => !(bool)turn["turn_is_formatted"]!)
            .SelectMany(turn => turn["words"]!.AsArray())
            .Where(word => ((string)word!["text"]!).Contains('#', StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(hidden);
        foreach (var word in hidden)
        {
            // Times are rounded to milliseconds on the wire.
            Assert.All(heard[(((int)word!["start"]! + 1) * 16)..(((int)word["end"]! - 1) * 16)], sample => Assert.Equal(0, sample));
        }
    }
}
