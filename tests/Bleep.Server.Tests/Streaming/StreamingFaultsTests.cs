using Bleep.Testing.Sound;
using Microsoft.Extensions.Time.Testing;
using static Bleep.Server.Tests.Streaming.ScriptedRecognizer;

namespace Bleep.Server.Tests.Streaming;

public sealed class StreamingFaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sample_rate=7999")]
    [InlineData("encoding=mp3&sample_rate=16000")]
    [InlineData("encoding=pcm_mulaw")]
    [InlineData("sample_rate=16000&format_turns=perhaps")]
    [InlineData("sample_rate=16000&redact_pii=true&redact_pii_policies=[\"person_nam\"]")]
    [InlineData("sample_rate=16000&redact_pii=true&redact_pii_policies=[1]")]
    [InlineData("sample_rate=16000&redact_pii_sub=stars")]
    [InlineData("sample_rate=16000&include_partial_turns=some")]
    [InlineData("sample_rate=16000&redacted_audio=true")]
    [InlineData("sample_rate=16000&language_code=tlh")]
    [InlineData("sample_rate=16000&end_of_turn_confidence_threshold=1.1")]
    [InlineData("sample_rate=16000&inactivity_timeout=4")]
    public async Task Connect_with_a_wrong_parameter_is_3006_and_echoes_no_value(string query)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await StreamingClient.ConnectAsync(app.Root, query, app.Key);

        await client.ReadToEndAsync();

        var error = Assert.Single(client.Messages);
        Assert.Equal(3006, (int)error["error_code"]!);
        Assert.Equal(3006, client.CloseCode);
        Assert.DoesNotContain("person_nam", (string)error["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"Dance"}""")]
    [InlineData("""{"type":"UpdateConfiguration","max_turn_silence":"long"}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    public async Task Message_that_cannot_be_understood_is_3006(string text)
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await app.ConnectAsync();
        await client.SendAsync(text);

        await client.ReadToEndAsync();

        Assert.Equal(3006, client.CloseCode);
        Assert.Empty(client.Of("Termination"));
    }

    [Fact]
    public async Task Text_without_end_is_3006_before_it_fills_the_memory()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await app.ConnectAsync();
        await client.SendAsync(new string(' ', 100_000));

        await client.ReadToEndAsync();

        Assert.Equal(3006, client.CloseCode);
    }

    [Fact]
    public async Task Audio_longer_than_a_second_is_3007()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer());
        using var client = await app.ConnectAsync();
        await client.SendAsync(new byte[32_002]);

        await client.ReadToEndAsync();

        Assert.Equal(3007, client.CloseCode);
    }

    [Fact]
    public async Task Audio_in_scraps_and_with_a_wav_header_reaches_the_engine_whole()
    {
        var engine = new ScriptedRecognizer();
        await using var app = await StreamingApp.StartAsync(engine);
        using var client = await app.ConnectAsync();
        short[] sound = WavBytes.Bursts(1.5);
        byte[] file = WavBytes.Of(sound);
        for (int position = 0; position < file.Length; position += 333)
        {
            await client.SendAsync(file[position..Math.Min(file.Length, position + 333)]);
        }
        await client.TerminateAsync();

        Assert.Equal(sound, engine.Written);
        Assert.Equal(2, (int)client.Messages[^1]["audio_duration_seconds"]!);
    }

    [Fact]
    public async Task Sessions_beyond_the_limit_are_3009_and_a_freed_place_is_taken_again()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer(), maxStreams: 1);
        using (var first = await app.ConnectAsync())
        {
            await first.ReadAsync("Begin");
            using var second = await app.ConnectAsync();
            await second.ReadToEndAsync();
            Assert.Equal(3009, second.CloseCode);
            await first.TerminateAsync();
            Assert.Equal(1000, first.CloseCode);
        }
        await ConnectUntilBegunAsync(app);
    }

    [Fact]
    public async Task Client_that_vanishes_frees_its_place_and_its_engine()
    {
        var engine = new ScriptedRecognizer();
        await using var app = await StreamingApp.StartAsync(engine, maxStreams: 1);
        using (var first = await app.ConnectAsync())
        {
            await first.ReadAsync("Begin");
            first.Abort();
        }

        await ConnectUntilBegunAsync(app);

        Assert.InRange(engine.Disposed, 1, 2);
    }

    [Fact]
    public async Task Session_past_its_longest_duration_is_3008()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer(), clock);
        using var client = await app.ConnectAsync();
        await client.ReadAsync("Begin");
        await AdvanceUntilClosedAsync(client, clock, TimeSpan.FromHours(3));

        Assert.Equal(3008, client.CloseCode);
    }

    [Fact]
    public async Task Client_silent_for_longer_than_it_said_is_3006()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer(), clock);
        using var client = await app.ConnectAsync("inactivity_timeout=5");
        await client.ReadAsync("Begin");
        await AdvanceUntilClosedAsync(client, clock, TimeSpan.FromSeconds(5));

        Assert.Equal(3006, client.CloseCode);
    }

    [Fact]
    public async Task Engine_that_fails_is_3005_and_tells_nothing_of_itself()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("hello", 100)]) { FailsAt = TimeSpan.FromSeconds(1) });
        using var client = await app.ConnectAsync();
        await client.WaitAsync(1500);

        await client.ReadToEndAsync();

        Assert.Equal(3005, client.CloseCode);
        Assert.DoesNotContain("broke", client.Messages[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_comes_before_the_engine_is_ready_and_the_audio_waits()
    {
        var ready = new TaskCompletionSource();
        var engine = new ScriptedRecognizer([.. Say("hello there", 100)]) { Opening = ready.Task };
        await using var app = await StreamingApp.StartAsync(engine);
        using var client = await app.ConnectAsync();
        await client.ReadAsync("Begin");
        await client.WaitAsync(2000);
        ready.SetResult();
        await client.TerminateAsync();

        Assert.Equal("hello there", (string)client.Ends.Single()["transcript"]!);
    }

    [Fact]
    public async Task Server_without_a_live_engine_is_3005()
    {
        await using var app = await StreamingApp.StartAsync(engine: null);
        using var client = await app.ConnectAsync();

        await client.ReadToEndAsync();

        Assert.Equal(3005, client.CloseCode);
    }

    // The place is free a moment after the client hears of it.
    private static async Task ConnectUntilBegunAsync(StreamingApp app)
    {
        while (true)
        {
            using var client = await app.ConnectAsync();
            await client.SendAsync("""{"type":"Terminate"}""");
            await client.ReadToEndAsync();
            if (client.CloseCode == 1000)
            {
                return;
            }
            Assert.Equal(3009, client.CloseCode);
        }
    }

    // The server sets its timer a moment after Begin, so time is moved until it notices.
    private static async Task AdvanceUntilClosedAsync(StreamingClient client, FakeTimeProvider clock, TimeSpan step)
    {
        var reading = client.ReadToEndAsync();
        while (!reading.IsCompleted)
        {
            clock.Advance(step);
            await Task.WhenAny(reading, Task.Delay(20, Token));
        }
        await reading;
    }
}
