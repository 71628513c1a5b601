using System.Text;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests;

public sealed class MediaRedactorVideoTests : IDisposable
{
    private const string Nonce = "zq7walterzq7";
    private const string Picture = "-f lavfi -i testsrc=d=3:s=176x144:r=25";
    private const string Sound = "-f lavfi -i anoisesrc=d=3:r=48000:c=pink:a=0.5:seed=7";
    private const int Rate = 16000;

    private static readonly Timeline s_masks = Timeline.Of([TimeRange.FromMilliseconds(1000, 1400)]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("a.mp4", "-c:v libx264 -preset ultrafast -bf 2 -c:a aac")]
    [InlineData("a.mov", "-c:v libx264 -preset ultrafast -bf 2 -c:a pcm_s16le")]
    [InlineData("a.mkv", "-c:v libx264 -preset ultrafast -bf 2 -c:a libopus")]
    [InlineData("aac.mkv", "-c:v libx264 -preset ultrafast -bf 2 -c:a aac")]
    [InlineData("hevc.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1 -c:a aac")]
    [InlineData("vp8.webm", "-c:v libvpx -deadline realtime -c:a libvorbis")]
    [InlineData("vp9.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus")]
    [InlineData("av1.mkv", "-c:v libaom-av1 -cpu-used 8 -usage realtime -c:a libopus")]
    [InlineData("mpeg2.mkv", "-c:v mpeg2video -bf 2 -c:a mp2")]
    [InlineData("mpeg4.mp4", "-c:v mpeg4 -c:a aac")]
    [InlineData("h263.3gp", "-c:v h263 -c:a aac -ar 16000 -ac 1")]
    [InlineData("fragmented.mp4", "-c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov -c:a aac")]
    public async Task RedactVideoAsync_plainPicture_copiesItBitForBitAndInTime(string name, string arguments)
    {
        await _scratch.FfmpegAsync($"{Picture} {Sound} -pix_fmt yuv420p {arguments} {name}");
        var target = await RedactAsync(name);
        Assert.Equal(await PacketsAsync(name), await PacketsAsync(target));
        await AssertMaskedAtAsync(target, 1000, 1400);
        Assert.Equal(await StartAsync(name, "v"), await StartAsync(target, "v"), 0.0015);
    }

    [Fact]
    public async Task RedactVideoAsync_pictureThatStartsLate_keepsItInTimeWithTheSound()
    {
        await _scratch.FfmpegAsync($"{Sound} -itsoffset 0.5 {Picture} -map 1:v -map 0:a -fps_mode passthrough -c:v libx264 -preset ultrafast -c:a aac late.mp4");
        var target = await RedactAsync("late.mp4");
        Assert.Equal(0.5, await StartAsync("late.mp4", "v"), 0.045);
        Assert.Equal(await StartAsync("late.mp4", "v"), await StartAsync(target, "v"), 0.0015);
        await AssertMaskedAtAsync(target, 1000, 1400);
    }

    [Fact]
    public async Task RedactVideoAsync_clockThatStartsLater_countsTimeFromItsStart()
    {
        await _scratch.FfmpegAsync(
            $"{Picture} {Sound} -c:v libx264 -preset ultrafast -c:a libopus -output_ts_offset 10 -avoid_negative_ts disabled late.mkv");
        Assert.Equal(10, await StartAsync("late.mkv", "v"), 0.02);
        var target = await RedactAsync("late.mkv");
        await AssertMaskedAtAsync(target, 1000, 1400);
        Assert.Equal(0, await StartAsync(target, "v"), 0.02);
    }

    [Fact]
    public async Task RedactVideoAsync_soundThatStartsLate_countsTimeFromThePicture()
    {
        await _scratch.FfmpegAsync($"{Picture} -itsoffset 0.5 {Sound} -map 0:v -map 1:a -c:v libx264 -preset ultrafast -c:a aac late.mp4");
        var target = await RedactAsync("late.mp4");
        // Half a second of silence stands for the missing start, so the mask lies at the time of the recording, not of the track.
        await AssertMaskedAtAsync(target, 1000, 1400);
        var sound = await _scratch.DecodeAsync(target, Rate, 1);
        Assert.True(sound.AsSpan(0, (int)(0.4 * Rate)).ToArray().All(sample => Math.Abs((int)sample) < 200));
        Assert.Equal(0, await StartAsync(target, "v"), 0.045);
    }

    [Theory]
    [InlineData("rich.mp4", "-c:s mov_text")]
    [InlineData("rich.mov", "-c:s mov_text -timecode 01:02:03:04")]
    [InlineData("rich.mkv", "-c:s srt -attach secret.txt -metadata:s:t mimetype=text/plain -metadata:s:t filename=zq7walterzq7.txt")]
    public async Task RedactVideoAsync_fileFullOfOtherThings_keepsNoneOfThem(string name, string arguments)
    {
        await MakeRichAsync(name, arguments);
        Assert.Contains(Nonce, await BytesAsync(name), StringComparison.Ordinal);
        var target = await RedactAsync(name);
        Assert.DoesNotContain(Nonce, await BytesAsync(target), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("2001-02-03", await _scratch.FfprobeAsync($"-show_entries format_tags:stream_tags {target}"), StringComparison.Ordinal);
        var tracks = await _scratch.FfprobeAsync($"-show_entries stream=codec_type -of csv=p=0 {target}");
        Assert.Equal("video\naudio", tracks);
        Assert.Equal("", await _scratch.FfprobeAsync($"-show_chapters -of csv=p=0 {target}"));
    }

    [Theory]
    [InlineData("rich.mp4", "-c:s mov_text")]
    [InlineData("rich.mkv", "-c:s srt")]
    public async Task RedactAudioAsync_fileFullOfOtherThings_keepsNoneOfThem(string name, string arguments)
    {
        await MakeRichAsync(name, arguments);
        foreach (var format in Enum.GetValues<AudioOutputFormat>())
        {
            await using var file = await OpenAsync(name);
            var target = "out." + MediaRedactor.AudioExtension(file.Info, format);
            await new MediaRedactor(Scratch.Tools).RedactAudioAsync(
                file, s_masks, MaskOptions.Default, format, _scratch[target], cancellationToken: TestContext.Current.CancellationToken);
            Assert.DoesNotContain(Nonce, await BytesAsync(target), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("audio", await _scratch.FfprobeAsync($"-show_entries stream=codec_type -of csv=p=0 {target}"));
        }
    }

    [Theory]
    [InlineData("sub.mp4", "libx264", "aac", "mov_text")]
    [InlineData("sub.mkv", "libx264", "aac", "subrip")]
    [InlineData("sub.webm", "libvpx", "libopus", "webvtt")]
    public async Task RedactVideoAsync_redactedSubtitles_areAdded(string name, string video, string audio, string codec)
    {
        await _scratch.FfmpegAsync($"{Picture} {Sound} -c:v {video} -c:a {audio} {name}");
        var target = await RedactAsync(name, "1\n00:00:00,500 --> 00:00:02,000\nmy name is ####\n\n");
        Assert.Equal(codec, await _scratch.FfprobeAsync($"-select_streams s -show_entries stream=codec_name -of csv=p=0 {target}"));
        var text = Encoding.UTF8.GetString(await _scratch.FfmpegAsync($"-copyts -i {target} -map 0:s -f srt -"));
        Assert.Contains("00:00:00,500 --> 00:00:02,000\nmy name is ####", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedactVideoAsync_noPicture_isRefused()
    {
        await _scratch.FfmpegAsync($"{Sound} a.m4a");
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("a.m4a"));
        Assert.Equal(MediaErrorKind.NoVideo, error.Kind);
    }

    [Fact]
    public async Task RedactVideoAsync_codecThatCannotBeChecked_isRefusedAndLeavesNothing()
    {
        await _scratch.FfmpegAsync($"{Picture} {Sound} -c:v libtheora -c:a libvorbis a.mkv");
        var error = await Assert.ThrowsAsync<MediaException>(() => RedactAsync("a.mkv"));
        Assert.Equal(MediaErrorKind.UncheckedPicture, error.Kind);
        Assert.Equal(["a.mkv"], Directory.EnumerateFileSystemEntries(_scratch.Folder).Select(Path.GetFileName));
    }

    private Task<MediaFile> OpenAsync(string name) =>
        MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<string> RedactAsync(string name, string? subtitles = null)
    {
        await using var file = await OpenAsync(name);
        var target = "out." + MediaRedactor.VideoExtension(file.Info);
        await new MediaRedactor(Scratch.Tools).RedactVideoAsync(
            file, s_masks, new MaskOptions { Style = MaskStyle.Silence }, _scratch[target], subtitles,
            cancellationToken: TestContext.Current.CancellationToken);
        return target;
    }

    private async Task MakeRichAsync(string name, string arguments)
    {
        await File.WriteAllTextAsync(_scratch["secret.txt"], Nonce, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _scratch["chapters.txt"],
            $";FFMETADATA1\ntitle={Nonce}\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle={Nonce}\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _scratch["words.srt"], $"1\n00:00:00,500 --> 00:00:02,000\n{Nonce}\n\n", TestContext.Current.CancellationToken);
        await _scratch.FfmpegAsync("-f lavfi -i color=red:s=32x32 -frames:v 1 plain.png");
        // A text chunk at the front of the cover, where a program would look for a title.
        var png = await File.ReadAllBytesAsync(_scratch["plain.png"], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            _scratch["cover.png"], [.. png, .. Encoding.ASCII.GetBytes(Nonce)], TestContext.Current.CancellationToken);
        bool isMatroska = name.EndsWith("mkv", StringComparison.Ordinal);
        await _scratch.FfmpegAsync(
            $"{Picture} {Sound} {Sound} -i words.srt -i chapters.txt -i cover.png -map 0:v -map 1:a -map 2:a -map 3:s "
            + (isMatroska || name.EndsWith("mov", StringComparison.Ordinal) ? "" : "-map 5:v -c:v:1 copy -disposition:v:1 attached_pic ")
            + $"-map_metadata 4 -map_chapters 4 -c:v:0 libx264 -c:a aac {arguments} "
            + $"-metadata artist={Nonce} -metadata comment={Nonce} -metadata location=+12.3456-098.7654/ -metadata creation_time=2001-02-03T04:05:06 "
            + $"-metadata:s handler_name={Nonce} -metadata:s title={Nonce} -metadata:s:a:0 language=deu -movflags use_metadata_tags "
            + name);
    }

    private async Task<string> BytesAsync(string name) =>
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken));

    private Task<byte[]> PacketsAsync(string name) => _scratch.FfmpegAsync($"-i {name} -map 0:v:0 -c copy -f streamhash -");

    private async Task<double> StartAsync(string name, string kind) => double.Parse(
        (await _scratch.FfprobeAsync($"-select_streams {kind}:0 -show_entries stream=start_time -of csv=p=0 {name}")).TrimEnd(','),
        System.Globalization.CultureInfo.InvariantCulture);

    private async Task AssertMaskedAtAsync(string name, int startMs, int endMs)
    {
        // On the file's own clock, filled up to its zero, as a player does.
        var sound = Scratch.Shorts(await _scratch.FfmpegAsync(
            $"-copyts -i {name} -map 0:a:0 -af aresample={Rate}:async=1:first_pts=0 -ac 1 -f s16le -"));
        var quiet = Alignment.LongestQuiet(sound, Rate * 6 / 10, 2 * Rate);
        Assert.InRange(quiet.From, Rate * (startMs - 75) / 1000, Rate * startMs / 1000);
        Assert.InRange(quiet.To, Rate * endMs / 1000, Rate * (endMs + 75) / 1000);
    }
}
