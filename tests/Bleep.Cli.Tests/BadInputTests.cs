using Bleep.Testing;
using Bleep.Testing.Processes;
using Bleep.Testing.Sound;

namespace Bleep.Cli.Tests;

/// <summary>Every bad input has its one-line error, exit code 1 and no output.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task Refused(string input, string part, string? transcript = null)
    {
        string words = transcript ?? _folder.Write("words.json", """{"words":[]}""");
        await RefusedBy(BleepCli.Program, [], input, part, words);
    }

    private async Task RefusedBy(string program, string[] wrapped, string input, string part, string words)
    {
        var before = _folder.Entries;
        var run = await ProgramRun.RunAsync(
            program, [.. wrapped, "redact", input, "--transcript", words, "--json"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, run.ExitCode);
        string line = Assert.Single(run.ErrorLines, line => line.StartsWith("bleep: ", StringComparison.Ordinal));
        Assert.Contains(Path.GetFileName(input), line);
        Assert.Contains(part, line);
        Assert.Equal(before, _folder.Entries);
    }

    private Task<ProgramRun> Ffmpeg(params string[] arguments) =>
        ProgramRun.RunAsync("ffmpeg", ["-loglevel", "error", "-y", .. arguments], folder: _folder.Path, cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public Task Missing_file() => Refused(_folder["nothing.mp3"], "cannot be read");

    [Fact]
    public async Task File_without_the_right_to_read_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights are set as on Linux.");
        string input = _folder.Write("locked.wav", WavBytes.Of(WavBytes.Bursts(1)));
#pragma warning disable CA1416 // Skipped elsewhere above.
        File.SetUnixFileMode(input, UnixFileMode.None);
#pragma warning restore CA1416
        string words = _folder.Write("words.json", """{"words":[]}""");
        // Rights do not bind root unless it gives up the capabilities that lift them.
        (string program, string[] wrapped) = Environment.IsPrivilegedProcess
            ? ("setpriv", ["--bounding-set=-dac_override,-dac_read_search", BleepCli.Program])
            : (BleepCli.Program, Array.Empty<string>());
        await RefusedBy(program, wrapped, input, "permissions", words);
    }

    [Fact]
    public Task Not_media() => Refused(_folder.Write("letter.mp3", "Dear John, this is a letter about planted-secret."), "no audio or video");

    [Fact]
    public Task Empty_file() => Refused(_folder.Write("empty.wav", ""), "empty");

    [Fact]
    public Task Wav_of_one_sample() => Refused(_folder.Write("one.wav", WavBytes.Of([1])), "too short");

    [Fact]
    public Task Wav_without_samples() => Refused(_folder.Write("none.wav", WavBytes.Of([])), "recording");

    [Fact]
    public Task Wav_header_that_claims_more_than_there_is() =>
        Refused(_folder.Write("liar.wav", WavBytes.Of(WavBytes.Bursts(1), claimedBytes: 100_000_000)), "complete copy");

    [Fact]
    public Task Wav_header_that_claims_less_than_there_is() =>
        Refused(_folder.Write("liar.wav", WavBytes.Of(WavBytes.Bursts(1), claimedBytes: 1000)), "complete copy");

    [Fact]
    public Task Wav_header_with_an_absurd_rate() =>
        Refused(_folder.Write("liar.wav", WavBytes.Of(WavBytes.Bursts(100), sampleRateHz: 4_000_000)), "complete copy");

    [Fact]
    public async Task Audio_of_no_length()
    {
        await Ffmpeg("-f", "lavfi", "-i", "anullsrc", "-t", "0", "-c:a", "aac", "nothing.m4a");
        await Refused(_folder["nothing.m4a"], "give a recording");
    }

    [Fact]
    public async Task Mp4_whose_sound_lies_in_another_file()
    {
        await Ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", "whole.mp4");
        byte[] file = await File.ReadAllBytesAsync(_folder["whole.mp4"], TestContext.Current.CancellationToken);
        // Behind the name of the box: version, flags, count, then the entry's size, name and version; its last flag says 'in this file'.
        file[file.AsSpan().IndexOf("dref"u8) + 23] = 0;
        await Refused(_folder.Write("outside.mp4", file), "never followed");
    }

    [Fact]
    public async Task Truncated_mp4()
    {
        await Ffmpeg("-f", "lavfi", "-i", "testsrc=d=2:s=64x64:r=10", "-f", "lavfi", "-i", "sine=d=2", "-shortest", "whole.mp4");
        byte[] whole = await File.ReadAllBytesAsync(_folder["whole.mp4"], TestContext.Current.CancellationToken);
        await Refused(_folder.Write("cut.mp4", whole[..(whole.Length / 2)]), "complete copy");
    }

    [Fact]
    public async Task Video_without_sound()
    {
        await Ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:s=64x64:r=10", "mute.mp4");
        await Refused(_folder["mute.mp4"], "no sound");
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nsecret.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile secret.wav\n")]
    [InlineData("[playlist]\nFile1=secret.wav\nNumberOfEntries=1\nVersion=2\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><AdaptationSet><Representation><BaseURL>secret.wav</BaseURL></Representation></AdaptationSet></Period></MPD>")]
    [InlineData("http://127.0.0.1:9/secret.wav\n")]
    public async Task Playlists_are_never_followed_whatever_their_name(string playlist)
    {
        _folder.Write("secret.wav", WavBytes.Of(WavBytes.Bursts(1)));
        foreach (string name in new[] { "call.mp3", "call.wav", "call.mp4", "call.m3u8" })
        {
            await Refused(_folder.Write(name, playlist), "");
        }
    }

    [Fact]
    public async Task Folder_without_media()
    {
        Directory.CreateDirectory(_folder["papers"]);
        _folder.Write("papers/letter.txt", "x");
        await Refused(_folder["papers"], "no audio or video");
    }

    [Fact]
    public async Task Good_inputs_beside_a_bad_one_are_done()
    {
        (string wav, _) = GivenCall.Usual.Write(_folder, "good");
        string bad = _folder.Write("bad.mp3", "no sound at all");
        var run = await BleepCli.RunAsync("redact", bad, wav, "--policies", "zodiac_sign", "--audio", "none", "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("good.redacted.txt", string.Join(' ', _folder.Entries));
        Assert.DoesNotContain("bad.redacted", string.Join(' ', _folder.Entries));
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.Contains("\"status\":\"error\"", StringComparison.Ordinal) && line.Contains("bad.mp3", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"status\":\"done\"", StringComparison.Ordinal));
    }
}
