using System.Security.Cryptography;
using System.Text.Json;
using Bleep.Testing;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

public sealed class RedactTests : IDisposable
{
    private static readonly string[] s_endings =
        ["audit.json", "redacted.json", "redacted.mp3", "redacted.srt", "redacted.txt", "redacted.vtt", "report.html"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _wav;
    private readonly string _words;

    public RedactTests() => (_wav, _words) = GivenCall.Usual.Write(_folder);

    public void Dispose() => _folder.Dispose();

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(_folder[name])).RootElement;

    private Task<Testing.Processes.ProgramRun> Redact(params string[] arguments) =>
        BleepCli.RunAsync(["redact", _wav, "--transcript", _words, .. arguments]);

    [Fact]
    public async Task Outputs_appear_beside_the_input_and_hold_nothing_private()
    {
        var run = await Redact();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([.. s_endings.Select(ending => $"call.{ending}"), "call.wav", "call.words.json"], _folder.Entries);
        Assert.Equal(
            """
            Speaker agent: Thank you for calling may I have your name?

            Speaker caller: My name is #### ######.

            Speaker agent: And your phone number please?

            Speaker caller: ###-###-####.

            Speaker agent: Thank you we will look into it right away.

            """, File.ReadAllText(_folder["call.redacted.txt"]));
    }

    [Fact]
    public async Task Transcript_has_the_assemblyai_shape()
    {
        await Redact("--sub", "entity_name");

        var root = Json("call.redacted.json");
        Assert.Equal("completed", root.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.String, root.GetProperty("audio_url").ValueKind);
        Assert.True(Guid.TryParse(root.GetProperty("id").GetString(), out _));
        Assert.True(root.GetProperty("audio_duration").TryGetInt32(out int seconds));
        Assert.Equal(13, seconds, 3.0);
        var words = root.GetProperty("words").EnumerateArray().ToArray();
        Assert.All(words, word => Assert.True(word.GetProperty("start").TryGetInt64(out _) && word.GetProperty("end").TryGetInt64(out _)));
        Assert.Equal(root.GetProperty("text").GetString(), string.Join(' ', words.Select(word => word.GetProperty("text").GetString())));
        Assert.Equal(5, root.GetProperty("utterances").GetArrayLength());
        Assert.Contains("[PERSON_NAME] [PERSON_NAME].", root.GetProperty("text").GetString());
        Assert.True(root.GetProperty("redact_pii").GetBoolean());
        Assert.Equal(44, root.GetProperty("redact_pii_policies").GetArrayLength());
        Assert.Equal(("entity_name", "mp3"), (root.GetProperty("redact_pii_sub").GetString(), root.GetProperty("redact_pii_audio_quality").GetString()));
        Assert.False(root.TryGetProperty("unredacted_text", out _));
    }

    [Fact]
    public async Task Audit_names_policies_times_and_the_media_but_no_text_and_no_path()
    {
        await Redact();

        var audit = Json("call.audit.json");
        var redactions = audit.GetProperty("redactions").EnumerateArray().ToArray();
        Assert.Contains(redactions, redaction => redaction.GetProperty("policy").GetString() == "phone_number");
        var number = GivenCall.Usual.Words.Where(word => word.Text is "six" or "four").ToArray();
        var phone = redactions.First(redaction => redaction.GetProperty("policy").GetString() == "phone_number");
        Assert.Equal((number[0].StartMs, number[^1].EndMs), (phone.GetProperty("start_ms").GetInt32(), phone.GetProperty("end_ms").GetInt32()));
        var masked = audit.GetProperty("masked").EnumerateArray().ToArray();
        Assert.Contains(masked, range => range.GetProperty("start_ms").GetInt32() == number[0].StartMs - 60 && range.GetProperty("end_ms").GetInt32() == number[^1].EndMs + 60);
        Assert.Equal("transcript", audit.GetProperty("engine").GetString());
        string sha = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["call.redacted.mp3"])));
        Assert.Equal(sha, audit.GetProperty("media_sha256").GetString());
        string text = audit.GetRawText();
        Assert.DoesNotContain("lowery", text);
        Assert.DoesNotContain(_folder.Path, text);
        Assert.DoesNotContain("call.wav", text);
    }

    [Fact]
    public async Task Audio_none_writes_no_media()
    {
        var run = await Redact("--audio", "none");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(_folder.Entries, name => name.EndsWith(".mp3", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, Json("call.audit.json").GetProperty("media_sha256").ValueKind);
    }

    [Fact]
    public async Task Format_original_and_silence_leave_the_rest_of_a_wav_as_it_was()
    {
        await Redact("--format", "original", "--audio", "silence", "--padding", "100");
        byte[] before = File.ReadAllBytes(_wav);
        byte[] after = File.ReadAllBytes(_folder["call.redacted.wav"]);
        var phone = GivenCall.Usual.Words.Where(word => word.Text is "six" or "four").ToArray();
        int Offset(int ms, byte[] file) => file.AsSpan().IndexOf("data"u8) + 8 + (ms * 32);
        Assert.All(after[Offset(phone[0].StartMs - 90, after)..Offset(phone[^1].EndMs + 90, after)], value => Assert.Equal(0, value));
        Assert.Contains(before[Offset(phone[0].StartMs, before)..Offset(phone[^1].EndMs, before)], value => value != 0);
        Assert.Equal(before[Offset(0, before)..Offset(1500, before)], after[Offset(0, after)..Offset(1500, after)]);
    }

    [Fact]
    public async Task Unredacted_is_written_only_when_asked_for_and_only_for_the_owner()
    {
        await Redact("--unredacted");
        Assert.Contains("My name is John Lowery.", File.ReadAllText(_folder["call.unredacted.txt"]), StringComparison.OrdinalIgnoreCase);
        Assert.False(Json("call.unredacted.json").GetProperty("redact_pii").GetBoolean());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["call.unredacted.json"]));
        }
    }

    [Fact]
    public async Task Policies_and_static_terms_decide_what_goes()
    {
        string terms = _folder.Write("terms.json", """{"phrase":["look into it"]}""");
        await Redact("--policies", "person_name", "--static-entities", terms, "--sub", "entity_name");
        string text = File.ReadAllText(_folder["call.redacted.txt"]);
        Assert.Contains("610-265-1714", text);
        Assert.Contains("We will [PHRASE] right away", text, StringComparison.OrdinalIgnoreCase);
        var audit = Json("call.audit.json");
        Assert.Equal(1, audit.GetProperty("settings").GetProperty("custom_rules").GetInt32());
        Assert.DoesNotContain("look", audit.GetRawText());
    }

    [Fact]
    public async Task Formatting_switches_leave_words_as_they_were_said()
    {
        await Redact("--no-punctuate", "--no-capitals", "--no-numerals", "--policies", "person_name");
        string text = File.ReadAllText(_folder["call.redacted.txt"]);
        Assert.Contains("six one zero two", text);
        Assert.Contains("thank you for calling may i have your name\n", text);
    }

    [Fact]
    public async Task Name_by_id_says_nothing_of_the_input()
    {
        var run = await Redact("--name-by", "id", "--out", _folder["out"], "--json");
        var names = Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).ToArray();
        Assert.Equal(7, names.Length);
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{32}\\.", name!));
        foreach (string file in Directory.GetFiles(_folder["out"], "*.json").Concat(Directory.GetFiles(_folder["out"], "*.html")))
        {
            Assert.DoesNotContain("call.wav", File.ReadAllText(file));
        }
        // Who asked learns which is which.
        Assert.Equal(_wav, JsonDocument.Parse(run.Output).RootElement.GetProperty("input").GetString());
    }

    [Fact]
    public async Task Json_tells_files_and_counts()
    {
        var run = await Redact("--json");
        var root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("done", root.GetProperty("status").GetString());
        Assert.Equal(1, root.GetProperty("redactions").GetProperty("phone_number").GetInt32());
        Assert.All(root.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
    }

    [Fact]
    public async Task Running_twice_replaces_its_own_outputs()
    {
        await Redact();
        var run = await Redact("--sub", "entity_name");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(9, _folder.Entries.Count);
        Assert.Contains("[PERSON_NAME]", File.ReadAllText(_folder["call.redacted.txt"]));
    }

    [Fact]
    public async Task Transcript_of_another_recording_is_refused()
    {
        string longer = _folder.Write("longer.json", """{"words":[{"text":"john","start":100000,"end":100500}]}""");
        var run = await BleepCli.RunAsync("redact", _wav, "--transcript", longer);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("goes on after the end of the recording", run.Error);
        Assert.Equal(["call.wav", "call.words.json", "longer.json"], _folder.Entries);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"words":[{"start":1,"end":2}]}""")]
    [InlineData("""{"words":[{"text":"secretword","start":9,"end":2}]}""")]
    public async Task Transcript_that_is_none_is_one_line(string content)
    {
        string file = _folder.Write("bad.json", content);
        var run = await BleepCli.RunAsync("redact", _wav, "--transcript", file);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bad.json", Assert.Single(run.ErrorLines));
        Assert.DoesNotContain("secretword", run.Error);
    }

    [Fact]
    public async Task Transcript_with_two_inputs_is_wrong_usage()
    {
        var run = await BleepCli.RunAsync("redact", _wav, _folder.Write("b.wav", GivenCall.Usual.Wav), "--transcript", _words);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Output_folder_that_cannot_be_written_is_one_line()
    {
        string file = _folder.Write("file", "");
        var run = await Redact("--out", Path.Combine(file, "below"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--out", run.ErrorLines[^1]);
    }
}
