using System.Security.Cryptography;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests;

public sealed class MediaRedactorAudioTests : IDisposable
{
    private static readonly Timeline s_masks = Timeline.Of(
        [TimeRange.FromMilliseconds(1000, 1400), TimeRange.FromMilliseconds(2200, 2300)]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("in.wav", "pcm_s16le", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_s24le", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_s32le", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_f32le", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_u8", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_mulaw", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_alaw", AudioOutputFormat.Wav)]
    [InlineData("in.flac", "flac", AudioOutputFormat.Wav)]
    [InlineData("in.wav", "pcm_s16le", AudioOutputFormat.Original)]
    [InlineData("in.wav", "pcm_s24le", AudioOutputFormat.Original)]
    [InlineData("in.wav", "pcm_u8", AudioOutputFormat.Original)]
    [InlineData("in.wav", "pcm_mulaw", AudioOutputFormat.Original)]
    [InlineData("in.wav", "pcm_alaw", AudioOutputFormat.Original)]
    [InlineData("in.flac", "flac", AudioOutputFormat.Original)]
    [InlineData("in.flac", "flac -sample_fmt s32", AudioOutputFormat.Original)]
    [InlineData("in.m4a", "alac", AudioOutputFormat.Original)]
    [InlineData("in.mov", "pcm_s16be", AudioOutputFormat.Original)]
    [InlineData("in.mka", "pcm_s24le", AudioOutputFormat.Original)]
    public async Task RedactAudioAsync_lossless_changesNoSampleOutsideThePaddedIntervals(string name, string codec, AudioOutputFormat format)
    {
        await _scratch.FfmpegAsync($"-f lavfi -i aevalsrc=exprs=random(0)*0.6-0.3|random(1)*0.6-0.3:d=3:s=16000 -c:a {codec} {name}");
        var result = await RedactAsync(name, format);
        var before = await SamplesAsync(name);
        var after = await SamplesAsync(Path.GetFileName(result.Path));
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(new TimeSpan(before.Length / 2 * TimeSpan.TicksPerSecond / 16000), result.Duration);
        var padded = s_masks.Pad(MaskOptions.Default.Padding);
        Assert.Equal(padded, result.Masked);
        if (result.Sha256 is { } digest)
        {
            Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(result.Path, TestContext.Current.CancellationToken))));
        }
        int changed = 0;
        for (int index = 0; index < before.Length; index++)
        {
            bool isInside = padded.Ranges.Any(range => range.Contains(new TimeSpan(index / 2 * TimeSpan.TicksPerSecond / 16000)));
            Assert.True(isInside || before[index] == after[index]);
            changed += before[index] == after[index] ? 0 : 1;
        }
        Assert.True(changed > 0.9 * padded.Total.TotalSeconds * 16000 * 2);
    }

    [Theory]
    [InlineData("-ar 8000 -ac 1", "wav", "pcm_s16le,8000,1")]
    [InlineData("-ar 96000 -ac 2", "wav", "pcm_s16le,96000,2")]
    [InlineData("-ar 44100 -ac 6", "wav", "pcm_s16le,44100,6")]
    [InlineData("-ar 11025 -ac 2", "mp3", "mp3,11025,2")]
    [InlineData("-ar 96000 -ac 2", "mp3", "mp3,48000,2")]
    [InlineData("-ar 44100 -ac 6", "mp3", "mp3,44100,2")]
    public async Task RedactAudioAsync_ratesAndChannels_areKeptWhereTheFormatHasThem(string arguments, string extension, string expected)
    {
        await _scratch.FfmpegAsync($"-f lavfi -i anoisesrc=d=3:a=0.3 {arguments} -sample_fmt s16 in.flac");
        await RedactAsync("in.flac", extension == "wav" ? AudioOutputFormat.Wav : AudioOutputFormat.Mp3);
        Assert.Equal(expected, await _scratch.FfprobeAsync($"-show_entries stream=codec_name,sample_rate,channels -of csv=p=0 out.{extension}"));
    }

    [Fact]
    public async Task RedactAudioAsync_oneChannelChosen_leavesTheOther()
    {
        await _scratch.FfmpegAsync("-f lavfi -i aevalsrc=exprs=random(0)*0.6-0.3|random(1)*0.6-0.3:d=3:s=16000 in.wav");
        var result = await RedactAsync("in.wav", AudioOutputFormat.Wav, new MaskOptions { Channels = [1] });
        var before = await SamplesAsync("in.wav");
        var after = await SamplesAsync(Path.GetFileName(result.Path));
        Assert.True(Enumerable.Range(0, before.Length / 2).All(frame => before[2 * frame] == after[2 * frame]));
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task RedactAudioAsync_peaks_areThoseOfTheMaskedSound()
    {
        await _scratch.FfmpegAsync("-f lavfi -i sine=300:d=4:r=8000 in.wav");
        var result = await RedactAsync("in.wav", AudioOutputFormat.Mp3, new MaskOptions { Style = MaskStyle.Silence });
        Assert.Equal(TimeSpan.FromSeconds(4), result.Peaks.Duration);
        int perSecond = result.Peaks.Count / 4;
        Assert.Equal(0, result.Peaks.Highest[(int)(1.2 * perSecond)]);
        Assert.InRange(result.Peaks.Highest.Take(perSecond / 2).Max(), 0.12f, 0.13f);
        Assert.InRange(result.Peaks.Lowest.Skip(3 * perSecond).Min(), -0.13f, -0.12f);
    }

    [Fact]
    public async Task RedactAudioAsync_progress_rises()
    {
        await _scratch.FfmpegAsync("-f lavfi -i anoisesrc=d=60:r=16000 in.wav");
        var seen = new List<double>();
        await using var file = await OpenAsync("in.wav");
        await new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, s_masks, MaskOptions.Default, AudioOutputFormat.Wav, _scratch["out.wav"], new Recorder(seen), TestContext.Current.CancellationToken);
        Assert.True(seen.Count > 3);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
    }

    [Theory]
    [InlineData("in.mp3", "-c:a libmp3lame -write_id3v1 1")]
    [InlineData("in.wav", "-c:a pcm_s16le -write_bext 1 -metadata description=zq7walterzq7 -metadata originator=zq7walterzq7")]
    [InlineData("in.flac", "-c:a flac")]
    [InlineData("in.ogg", "-c:a libvorbis")]
    [InlineData("opus.ogg", "-c:a libopus")]
    [InlineData("in.m4a", "-c:a aac")]
    [InlineData("in.mka", "-c:a aac")]
    public async Task RedactAudioAsync_tags_areDropped(string name, string arguments)
    {
        const string Nonce = "zq7walterzq7";
        await _scratch.FfmpegAsync(
            $"-f lavfi -i sine=300:d=3 {arguments} -metadata title={Nonce} -metadata artist={Nonce} -metadata comment={Nonce} "
            + $"-metadata lyrics={Nonce} -metadata:s:a:0 title={Nonce} -metadata creation_time=2001-02-03T04:05:06 {name}");
        Assert.Contains(Nonce, await TextAsync(name), StringComparison.Ordinal);
        foreach (var format in Enum.GetValues<AudioOutputFormat>())
        {
            var result = await RedactAsync(name, format);
            var text = await TextAsync(Path.GetFileName(result.Path));
            Assert.DoesNotContain(Nonce, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("2001-02-03", text, StringComparison.Ordinal);
        }
    }

    private async Task<string> TextAsync(string name) =>
        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_scratch[name], TestContext.Current.CancellationToken));

    private async Task<int[]> SamplesAsync(string name)
    {
        var bytes = await _scratch.FfmpegAsync($"-i {name} -map 0:a:0 -f s32le -");
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(bytes).ToArray();
    }

    private Task<MediaFile> OpenAsync(string name) =>
        MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<MediaRedactionResult> RedactAsync(string source, AudioOutputFormat format, MaskOptions? options = null)
    {
        await using var file = await OpenAsync(source);
        var target = "out." + MediaRedactor.AudioExtension(file.Info, format);
        return await new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, s_masks, options ?? MaskOptions.Default, format, _scratch[target], cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class Recorder(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
