using Bleep.Media.Encoders;
using Bleep.Media.Encoders.Amr;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests;

/// <summary>Every format in, every format out: nothing moves in time, and what is masked is masked where it was said.</summary>
public sealed class MediaRedactorFormatTests : IDisposable
{
    private const int Rate = 16000;
    private const int MaxLagSamples = 2 * Rate / 1000;

    private static readonly Timeline s_masks = Timeline.Of(
        [TimeRange.FromMilliseconds(1000, 1400), TimeRange.FromMilliseconds(2200, 2500)]);

    private readonly Scratch _scratch = new();

    public static TheoryData<string, string> Sources => new()
    {
        { "a.mp3", "-ar 44100 -c:a libmp3lame -b:a 128k" },
        { "noxing.mp3", "-ar 44100 -c:a libmp3lame -b:a 128k -write_xing 0" },
        { "low.mp3", "-ar 16000 -ac 1 -c:a libmp3lame" },
        { "a.wav", "-ar 16000 -c:a pcm_s16le" },
        { "s24.wav", "-ar 48000 -c:a pcm_s24le" },
        { "s32.wav", "-ar 48000 -c:a pcm_s32le" },
        { "f32.wav", "-ar 48000 -c:a pcm_f32le" },
        { "mulaw.wav", "-ar 8000 -ac 1 -c:a pcm_mulaw" },
        { "alaw.wav", "-ar 8000 -ac 1 -c:a pcm_alaw" },
        { "u8.wav", "-ar 8000 -ac 1 -c:a pcm_u8" },
        { "adpcm.wav", "-ar 22050 -c:a adpcm_ms" },
        { "a.m4a", "-ar 44100 -c:a aac -b:a 128k" },
        { "low.m4a", "-ar 8000 -ac 1 -c:a aac" },
        { "alac.m4a", "-ar 44100 -c:a alac" },
        { "a.aac", "-ar 44100 -c:a aac -b:a 128k" },
        { "a.flac", "-ar 44100 -c:a flac" },
        { "s24.flac", "-ar 48000 -c:a flac -sample_fmt s32" },
        { "vorbis.ogg", "-ar 44100 -c:a libvorbis" },
        { "opus.ogg", "-c:a libopus -b:a 64k" },
        { "low.opus", "-ar 16000 -ac 1 -c:a libopus -b:a 24k" },
        { "a.webm", "-c:a libopus -b:a 64k" },
        { "vorbis.webm", "-ar 44100 -c:a libvorbis" },
        { "a.mka", "-ar 44100 -c:a aac -b:a 128k" },
        { "low.mka", "-ar 8000 -ac 1 -c:a aac" },
        { "mp3.mka", "-ar 44100 -c:a libmp3lame -b:a 128k" },
        { "opus.mka", "-c:a libopus -b:a 64k" },
        { "flac.mka", "-c:a flac" },
        { "ac3.mka", "-ar 48000 -c:a ac3" },
        { "pcm.mka", "-c:a pcm_s16le" },
        { "a.mp4", "-ar 44100 -c:a aac -b:a 128k" },
        { "mp3.mp4", "-ar 44100 -c:a libmp3lame -b:a 128k" },
        { "opus.mp4", "-c:a libopus" },
        { "a.mov", "-ar 44100 -c:a aac -b:a 128k" },
        { "pcm.mov", "-ar 44100 -c:a pcm_s16be" },
        { "mulaw.mov", "-ar 8000 -ac 1 -c:a pcm_mulaw" },
        { "aac.3gp", "-ar 16000 -ac 1 -c:a aac" },
    };

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task RedactAudioAsync_original_masksWhereItWasSaid(string name, string arguments)
    {
        await MakeAsync(name, arguments);
        await CheckAsync(name, AudioOutputFormat.Original);
    }

    [Theory]
    [InlineData("a.mp3", "-ar 44100 -c:a libmp3lame -b:a 128k")]
    [InlineData("f32.wav", "-ar 96000 -c:a pcm_f32le")]
    [InlineData("a.m4a", "-ar 44100 -c:a aac -b:a 128k")]
    [InlineData("opus.webm", "-c:a libopus -b:a 64k")]
    [InlineData("odd.flac", "-ar 7000 -ac 1 -c:a flac")]
    public async Task RedactAudioAsync_mp3_masksWhereItWasSaid(string name, string arguments)
    {
        await MakeAsync(name, arguments);
        await CheckAsync(name, AudioOutputFormat.Mp3);
    }

    [Theory]
    [InlineData("speech.amr", "speech.amr")]
    [InlineData("speech.awb", "speech.awb")]
    [InlineData("speech.amr", "narrow.3gp")]
    [InlineData("speech.awb", "wide.3gp")]
    [InlineData("speech.amr", "narrow.mov")]
    public async Task RedactAudioAsync_amr_masksWhereItWasSaid(string asset, string name)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Assets", asset), _scratch[asset]);
        if (name != asset)
        {
            await _scratch.FfmpegAsync($"-i {asset} -c copy {name}");
        }
        await CheckAsync(name, AudioOutputFormat.Mp3);
        Assert.SkipUnless(AmrLibrary.IsInstalled(asset.EndsWith("awb", StringComparison.Ordinal)), "The AMR encoder is not installed.");
        await CheckAsync(name, AudioOutputFormat.Original);
    }

    private Task<byte[]> MakeAsync(string name, string arguments) => _scratch.FfmpegAsync(
        $"-f lavfi -i anoisesrc=d=4:r=48000:c=pink:a=0.5:seed=7 -ac 2 -af lowpass=f=1500,tremolo=f=3:d=0.7 {arguments} {name}");

    private async Task CheckAsync(string name, AudioOutputFormat format)
    {
        var token = TestContext.Current.CancellationToken;
        await using var file = await MediaFile.OpenAsync(_scratch[name], Scratch.Tools, cancellationToken: token);
        var target = "out." + MediaRedactor.AudioExtension(file.Info, format);
        var options = new MaskOptions { Style = MaskStyle.Silence };
        await new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, s_masks, options, format, _scratch[target], cancellationToken: token);

        var before = await _scratch.DecodeAsync(name, Rate, 1);
        var after = await _scratch.DecodeAsync(target, Rate, 1);
        var (lag, likeness) = Alignment.Find(before, after, 3 * Rate / 2, 2 * Rate);
        var quiet = Alignment.LongestQuiet(after, Rate / 2, 2 * Rate);
        Assert.InRange(quiet.From, Rate * 930 / 1000, Rate * 1000 / 1000);
        Assert.InRange(quiet.To, Rate * 1400 / 1000, Rate * 1470 / 1000);
        Assert.InRange(after.Length - before.Length, -Rate / 20, Rate / 20);
        Assert.InRange(likeness, 0.7, 1.001);
        Assert.InRange(lag, -MaxLagSamples, MaxLagSamples);
    }
}
