using System.Diagnostics;
using System.Text.Json;
using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

/// <summary><c>bleep live</c> on a spoken recording, with the engine that needs no download.</summary>
public sealed class LiveTests : IDisposable
{
    private const string Said =
        "hello my name is john lowery. my phone number is six one zero two six five one seven one four. thank you very much for your help.";

    private static readonly string[] s_private = ["john", "lowery", "lowry", "610", "265", "1714", "six", "seven"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task ToolAsync(string program, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(program, arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{program}: {run.Error}");
    }

    private async Task<string> SpeakAsync()
    {
        string wav = _folder["call.wav"];
        await ToolAsync("flite", "-voice", "rms", "-t", Said, "-o", wav);
        return wav;
    }

    /// <summary>Runs the program with a file as its standard input.</summary>
    private static Task<ProgramRun> LiveFromAsync(string file, string arguments) => ProgramRun.RunAsync(
        "/bin/bash", ["-c", $"\"$0\" live {arguments} <\"$1\"", BleepCli.Program, file], cancellationToken: TestContext.Current.CancellationToken);

    private static void HasHeardAndHidden(ProgramRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("my name is", run.Output, StringComparison.Ordinal);
        Assert.Contains("phone number", run.Output, StringComparison.Ordinal);
        HidesAll(run.Output + run.Error);
    }

    private static void HidesAll(string text) =>
        Assert.All(s_private, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task File_gives_a_line_a_turn_with_its_time_and_nothing_private()
    {
        var run = await BleepCli.RunAsync("live", await SpeakAsync(), "--debug");

        HasHeardAndHidden(run);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^00:00:\d\d  \S", line));
        Assert.Contains("####", run.Output, StringComparison.Ordinal);
        // Nothing is rewritten where nobody looks on.
        Assert.DoesNotContain('\r', run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Json_gives_an_object_a_turn_whose_words_make_its_text()
    {
        var run = await BleepCli.RunAsync("live", await SpeakAsync(), "--json", "--sub", "entity_name");

        HasHeardAndHidden(run);
        Assert.Contains("[PHONE_NUMBER]", run.Output, StringComparison.Ordinal);
        long last = 0;
        foreach (string line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var turn = JsonDocument.Parse(line);
            var words = turn.RootElement.GetProperty("words").EnumerateArray().ToArray();
            Assert.Equal(turn.RootElement.GetProperty("text").GetString(), string.Join(' ', words.Select(word => word.GetProperty("text").GetString())));
            Assert.Equal(turn.RootElement.GetProperty("start_ms").GetInt64(), words[0].GetProperty("start_ms").GetInt64());
            Assert.Equal(turn.RootElement.GetProperty("end_ms").GetInt64(), words[^1].GetProperty("end_ms").GetInt64());
            foreach (var word in words)
            {
                Assert.InRange(word.GetProperty("start_ms").GetInt64(), last, word.GetProperty("end_ms").GetInt64());
                Assert.InRange(word.GetProperty("confidence").GetDouble(), 0, 1);
                last = word.GetProperty("start_ms").GetInt64();
            }
        }
        Assert.InRange(last, 5000, 12_000);
    }

    [Fact]
    public async Task Terminal_rewrites_the_turn_that_goes_on_and_shows_nothing_private_of_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Needs script, which runs a program on a terminal.");
        string wav = _folder["long.wav"];
        await ToolAsync(
            "flite", "-voice", "rms", "-o", wav, "-t",
            "we would like to have three of the large cakes for the party please and then my name is john lowery thank you");

        var run = await ProgramRun.RunAsync(
            "/usr/bin/script", ["-qec", $"stty cols 60; '{BleepCli.Program}' live '{wav}'", "/dev/null"],
            environment: new Dictionary<string, string?> { ["TERM"] = "xterm" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output);
        int rewritten = run.Output.IndexOf("\r\u001b[2K", StringComparison.Ordinal);
        Assert.True(rewritten > 0, "nothing was shown before the turn was over");
        Assert.Contains("large cakes", run.Output[..rewritten], StringComparison.Ordinal);
        Assert.Contains("00:00:00  We would like", run.Output[rewritten..], StringComparison.Ordinal);
        HidesAll(run.Output);
    }

    [Fact]
    public async Task Policies_decide_what_is_hidden()
    {
        var run = await BleepCli.RunAsync("live", await SpeakAsync(), "--policies", "person_name", "--sub-text", "<{POLICY}>");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("<PERSON_NAME>", run.Output, StringComparison.Ordinal);
        Assert.Matches("[0-9]{3}", run.Output[8..]);
    }

    [Fact]
    public async Task Standard_input_takes_raw_samples_and_says_what_a_file_would()
    {
        string wav = await SpeakAsync();
        string raw = _folder["call.raw"];
        await ToolAsync("ffmpeg", "-v", "error", "-i", wav, "-f", "s16le", "-ar", "16000", "-ac", "1", raw);

        var run = await LiveFromAsync(raw, "-");

        HasHeardAndHidden(run);
        Assert.Equal((await BleepCli.RunAsync("live", wav)).Output, run.Output);
    }

    [Theory]
    [InlineData("ogg", "-c:a", "libopus")]
    [InlineData("wav", "-c:a", "pcm_s24le", "-ar", "44100", "-ac", "2")]
    [InlineData("mkv", "-c:a", "flac")]
    [InlineData("mp3", "-c:a", "libmp3lame", "-b:a", "128k")]
    public async Task Standard_input_takes_a_stream_of_a_container(string extension, params string[] coding)
    {
        string stream = _folder[$"stream.{extension}"];
        await ToolAsync("ffmpeg", ["-v", "error", "-i", await SpeakAsync(), .. coding, stream]);

        HasHeardAndHidden(await LiveFromAsync(stream, ""));
    }

    [Fact]
    public async Task Real_time_takes_as_long_as_the_recording()
    {
        string call = _folder.Write("call.wav", WavBytes.Of(WavBytes.Bursts(3)));
        long begun = TimeProvider.System.GetTimestamp();

        var run = await BleepCli.RunAsync("live", call, "--real-time");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Microphone_is_heard_until_the_interrupt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ALSA can play a file as its microphone.");
        string raw = _folder["call.raw"];
        await ToolAsync("ffmpeg", "-v", "error", "-i", await SpeakAsync(), "-f", "s16le", "-ar", "48000", "-ac", "2", raw);
        string settings = _folder.Write(
            "asound.conf", $$"""pcm.filemic { type file slave.pcm { type null } file "/dev/null" infile "{{raw}}" format "raw" }""");
        using var process = ProgramRun.Start(
            BleepCli.Program, ["live", "--device", "alsa:filemic"], environment: new Dictionary<string, string?> { ["ALSA_CONFIG_PATH"] = settings });

        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        // Interrupts are ignored by what a shell has started in the background.
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("listening", error, StringComparison.Ordinal);
        Assert.Contains("my name is #", line, StringComparison.Ordinal);
        HidesAll(line + error);
    }

    [Fact]
    public async Task Microphone_that_is_not_there_is_one_line_and_exit_code_3()
    {
        var run = await BleepCli.RunAsync("live", "--device", "no-such-device");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("no microphone", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("--device", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exclude each other", "call.wav", "--mic")]
    [InlineData("--real-time goes with a recording", "-", "--real-time")]
    [InlineData("takes no live audio", "call.wav", "--engine", "openai")]
    [InlineData("did you mean 'person_name'", "call.wav", "--policies", "person_nam")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(string part, params string[] arguments)
    {
        var run = await BleepCli.RunAsync(["live", .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(part, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_that_are_no_sound_have_their_error_and_exit_code_1()
    {
        string call = await SpeakAsync();
        string mp4 = _folder["call.mp4"];
        await ToolAsync("ffmpeg", "-v", "error", "-i", call, "-c:a", "aac", mp4);
        byte[] ogg = [.. "OggS"u8, .. new byte[5000]];

        Refused(await BleepCli.RunAsync("live", _folder["nothing.wav"]), "nothing.wav: the file cannot be read");
        Refused(await BleepCli.RunAsync("live", _folder.Write("letter.mp3", "Dear John Lowery")), "no audio or video");
        Refused(await LiveFromAsync(_folder.Write("empty.raw", ""), "-"), "standard input: is empty");
        Refused(await LiveFromAsync(mp4, "-"), "name the file instead");
        Refused(await LiveFromAsync(_folder.Write("broken.ogg", ogg), "-"), "standard input: the file has no sound");

        static void Refused(ProgramRun run, string part)
        {
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains(part, run.ErrorLines[^1], StringComparison.Ordinal);
        }
    }
}
