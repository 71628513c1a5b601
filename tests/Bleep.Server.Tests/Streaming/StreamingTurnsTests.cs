using static Bleep.Server.Tests.Streaming.ScriptedRecognizer;

namespace Bleep.Server.Tests.Streaming;

public sealed class StreamingTurnsTests
{
    [Fact]
    public async Task Session_sends_speech_started_partials_and_the_end_in_order()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("where is my parcel", 500)]));
        using var client = await app.ConnectAsync();
        await client.WaitAsync(3000);
        await client.TerminateAsync();

        Assert.Equal(["Begin", "SpeechStarted", "Turn", "Turn", "Turn", "Turn", "Turn", "Termination"], Types(client)[..8]);
        var end = Assert.Single(client.Ends);
        Assert.Equal("where is my parcel", (string)end["transcript"]!);
        Assert.Equal("where is my parcel", (string)end["utterance"]!);
        Assert.Equal(0, (int)end["turn_order"]!);
        Assert.False((bool)end["turn_is_formatted"]!);
        Assert.Equal([500L, 800L, 1100L, 1400L], end["words"]!.AsArray().Select(word => (long)word!["start"]!));
        Assert.All(end["words"]!.AsArray(), word => Assert.True((bool)word!["word_is_final"]!));
        // A partial has final words once they were heard twice.
        Assert.Equal(["", "where", "where is", "where is my"], client.Turns.Take(4).Select(turn => (string)turn["transcript"]!));
        Assert.Equal(3, (int)client.Messages[^1]["audio_duration_seconds"]!);
        Assert.Equal(1000, client.CloseCode);
    }

    [Fact]
    public async Task Session_with_format_turns_sends_the_end_twice()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("where is my parcel", 500)]));
        using var client = await app.ConnectAsync("format_turns=True&include_partial_turns=False");
        await client.WaitAsync(3000);
        await client.TerminateAsync();

        Assert.Equal([false, true], client.Turns.Select(turn => (bool)turn["turn_is_formatted"]!));
        Assert.Equal([0, 0], client.Turns.Select(turn => (int)turn["turn_order"]!));
        Assert.Equal("Where is my parcel?", (string)client.Turns.Last()["transcript"]!);
    }

    [Fact]
    public async Task Session_keeps_one_turn_while_the_speaker_is_not_done()
    {
        // The first pause is longer than the least silence, but nobody is done after 'and my'.
        await using var app = await StreamingApp.StartAsync(
            new ScriptedRecognizer([.. Say("i moved and my", 300), .. Say("parcel is lost", 2300), .. Say("thank you for your help", 5500)]));
        using var client = await app.ConnectAsync();
        await client.WaitAsync(9000);
        await client.TerminateAsync();

        Assert.Equal(["i moved and my parcel is lost", "thank you for your help"], client.Ends.Select(turn => (string)turn["transcript"]!));
        Assert.Equal([0, 1], client.Ends.Select(turn => (int)turn["turn_order"]!));
    }

    [Fact]
    public async Task ForceEndpoint_ends_the_turn_at_once()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("and my", 100), .. Say("parcel", 1000)]));
        using var client = await app.ConnectAsync("include_partial_turns=false");
        await client.WaitAsync(700);
        await client.SendAsync("""{"type":"ForceEndpoint"}""");
        var turn = await client.ReadAsync("Turn");

        Assert.True((bool)turn["end_of_turn"]!);
        Assert.Equal("and my", (string)turn["transcript"]!);
        await client.WaitAsync(800);
        await client.TerminateAsync();
        Assert.Equal("parcel", (string)client.Ends.Last()["transcript"]!);
    }

    [Fact]
    public async Task UpdateConfiguration_changes_when_turns_end_and_how_they_look()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("hello there", 100), .. Say("where is it", 1800)]));
        using var client = await app.ConnectAsync("include_partial_turns=false");
        await client.SendAsync("""{"type":"UpdateConfiguration","min_turn_silence":5000,"max_turn_silence":6000,"format_turns":true,"keyterms_prompt":[]}""");
        await client.SendAsync("""{"type":"KeepAlive"}""");
        await client.WaitAsync(5000);
        await client.TerminateAsync();

        Assert.Equal(2, client.Ends.Count());
        Assert.Equal("hello there where is it", (string)client.Ends.First()["transcript"]!);
    }

    [Fact]
    public async Task Redaction_hides_private_words_in_every_end_of_turn_and_sends_no_partials()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer([.. Say("my name is john lowery", 300)]));
        using var client = await app.ConnectAsync("redact_pii=True&format_turns=true&redact_pii_policies=[\"person_name\"]");
        await client.WaitAsync(4000);
        await client.TerminateAsync();

        Assert.Equal(["my name is #### ######", "My name is #### ######."], client.Turns.Select(turn => (string)turn["transcript"]!));
        AssertNothingShows(client, "john", "lowery");
        Assert.Single(client.Of("SpeechStarted"));
    }

    [Fact]
    public async Task Redaction_honours_policies_and_substitution_and_the_question_of_the_turn_before()
    {
        await using var app = await StreamingApp.StartAsync(new ScriptedRecognizer(
            [.. Say("hello john what are the last four digits of your social", 300), .. Say("six oh double two", 6500)]));
        using var client = await app.ConnectAsync("redact_pii=true&redact_pii_policies=us_social_security_number&redact_pii_sub=entity_name");
        await client.WaitAsync(11_000);
        await client.TerminateAsync();

        Assert.Equal("hello john what are the last four digits of your social", (string)client.Ends.First()["transcript"]!);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("[US_SOCIAL_SECURITY_NUMBER]", 4)), (string)client.Ends.Last()["transcript"]!);
    }

    [Theory]
    [InlineData("redacted", true, false)]
    [InlineData("true", true, true)]
    [InlineData("false", false, false)]
    public async Task Partial_turns_with_redaction_show_what_was_asked_for(string setting, bool hasPartials, bool showsName)
    {
        await using var app = await StreamingApp.StartAsync(
            new ScriptedRecognizer([.. Say("i would like to know where it went and my name is john lowery and it was sent again", 300)]));
        using var client = await app.ConnectAsync($"redact_pii=true&include_partial_turns={setting}");
        await client.WaitAsync(8000);
        await client.TerminateAsync();

        Assert.Equal(hasPartials, client.Turns.Count() > 1);
        if (!showsName)
        {
            AssertNothingShows(client, "john", "lowery");
        }
        else
        {
            Assert.Contains(client.Turns, turn => turn.ToJsonString().Contains("lowery", StringComparison.Ordinal));
        }
        Assert.DoesNotContain("lowery", client.Ends.Single().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redacted_audio_sends_every_sample_back_with_the_private_ones_silenced()
    {
        await using var app = await StreamingApp.StartAsync(
            new ScriptedRecognizer([.. Say("my name is john lowery", 1000), .. Say("where is my parcel", 5000)]));
        using var client = await app.ConnectAsync("redact_pii=true&redacted_audio=true&redacted_audio_method=silence&redacted_audio_delay_ms=1500");
        short[] sound = [.. Enumerable.Range(0, 9 * 16_000 + 77).Select(index => (short)((index % 200) + 1))];
        await client.SpeakAsync(sound);
        await client.TerminateAsync();

        short[] heard = new short[client.Sound.Count / 2];
        Buffer.BlockCopy(client.Sound.ToArray(), 0, heard, 0, client.Sound.Count);
        Assert.Equal(sound.Length, heard.Length);
        // 'john lowery' is said from 1900 to 2480 ms; padding is 60 ms.
        Assert.All(heard[(1900 * 16)..(2480 * 16)], sample => Assert.Equal(0, sample));
        Assert.Equal(sound[..(1839 * 16)], heard[..(1839 * 16)]);
        Assert.Equal(sound[(2541 * 16)..], heard[(2541 * 16)..]);
        Assert.Equal("Termination", (string)client.Messages[^1]["type"]!);
    }

    private static void AssertNothingShows(StreamingClient client, params string[] words)
    {
        string all = string.Concat(client.Messages.Select(message => message.ToJsonString()));
        Assert.All(words, word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Types(StreamingClient client) => [.. client.Messages.Select(message => (string)message["type"]!)];
}
