using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Media.Tests;

public sealed class MediaRedactorAudioTests : IDisposable
{
    private static readonly Timeline s_masks = Timeline.Of([TimeRange.FromMilliseconds(1000, 1400), TimeRange.FromMilliseconds(2200, 2300)]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("pcm_s16le")]
    [InlineData("pcm_u8")]
    [InlineData("pcm_mulaw")]
    [InlineData("pcm_alaw")]
    public async Task RedactAudioAsync_wav_changesNoSampleOutsideThePaddedIntervals(string codec)
    {
        await _scratch.FfmpegAsync($"-f lavfi -i anoisesrc=d=3:r=16000:a=0.3:seed=3 -ac 2 -c:a {codec} in.wav");
        await RedactAsync("in.wav", AudioOutputFormat.Wav, "out.wav");
        var before = await _scratch.DecodeAsync("in.wav", 16000, 2);
        var after = await _scratch.DecodeAsync("out.wav", 16000, 2);
        Assert.Equal(before.Length, after.Length);
        var padded = s_masks.Pad(MaskOptions.Default.Padding);
        for (int frame = 0; frame < before.Length / 2; frame++)
        {
            bool inside = padded.Ranges.Any(range => range.Contains(TimeSpan.FromSeconds(frame / 16000.0)));
            Assert.True(inside || (before[2 * frame] == after[2 * frame] && before[(2 * frame) + 1] == after[(2 * frame) + 1]));
        }
    }

    private async Task<MediaRedactionResult> RedactAsync(string source, AudioOutputFormat format, string target)
    {
        await using var file = await MediaFile.OpenAsync(
            _scratch[source], Scratch.Tools, cancellationToken: TestContext.Current.CancellationToken);
        return await new MediaRedactor(Scratch.Tools).RedactAudioAsync(
            file, s_masks, MaskOptions.Default, format, _scratch[target], cancellationToken: TestContext.Current.CancellationToken);
    }
}
