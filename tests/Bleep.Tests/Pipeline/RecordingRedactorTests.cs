using Bleep.Media;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Outputs;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Testing.Sound;
using Bleep.Testing.Speech;

namespace Bleep.Tests.Pipeline;

public sealed class RecordingRedactorTests
{
    private static readonly GivenCall s_call = GivenCall.Usual;
    private static readonly PersonalDataFinder s_finder = new(new PiiDetectorOptions());
    private static readonly MediaTools s_tools = MediaTools.Locate();

    private static AttentiveRecognizer Attentive => new(s_call.Samples, s_call.SpokenWords);

    private static RecordingRedactor Redactor(RedactionSettings? settings = null) => new(s_tools, s_finder, settings ?? new RedactionSettings());

    private static RecordingWindow Window(long? startMs, long? endMs) =>
        RecordingWindow.TryCreate(startMs, endMs, out var window, out string? error) ? window : throw new ArgumentException(error);

    private static Task<MediaFile> OpenAsync(byte[] wav) =>
        MediaFile.OpenAsync(new MemoryStream(wav), s_tools, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<short[]> SamplesOfAsync(MemoryStream result)
    {
        result.Position = 0;
        await using var media = await MediaFile.OpenAsync(result, s_tools, cancellationToken: TestContext.Current.CancellationToken);
        await using var pcm = await media.OpenPcmAsync(new PcmFormat(), TestContext.Current.CancellationToken);
        var samples = new List<short>();
        short[] block = new short[4096];
        for (int read; (read = await pcm.ReadAsync(block, TestContext.Current.CancellationToken)) > 0;)
        {
            samples.AddRange(block.AsSpan(0, read));
        }
        return [.. samples];
    }

    [Fact]
    public async Task Stages_streams_in_and_out_need_no_file()
    {
        var token = TestContext.Current.CancellationToken;
        var redactor = Redactor();
        await using var media = await OpenAsync(s_call.Wav);
        var heard = await redactor.ListenAsync(media, Attentive, null, token);
        Assert.Contains("lowery", heard.Transcript.Words.Select(word => word.Text));
        Assert.Equal(("attentive", "test"), (heard.EngineName, heard.Model));

        var recording = redactor.Redact(heard, token);
        Assert.Contains(recording.Redactions, redaction => redaction.Policy == "person_name");
        var unredacted = redactor.FormatUnredacted(heard, token);
        Assert.Equal(recording.Words.Count, unredacted.Sum(turn => turn.Words.Count));
        Assert.Contains("lowery", string.Concat(unredacted.Select(turn => turn.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("lowery", string.Concat(recording.Turns.Select(turn => turn.Text)), StringComparison.Ordinal);

        using var wav = new MemoryStream();
        var masked = await redactor.MaskAudioAsync(media, recording, AudioOutputFormat.Wav, wav, null, token);
        Assert.Equal("", masked.Path);
        Assert.Equal(masked.Duration, media.Info.Duration);
        short[] before = s_call.Samples;
        short[] after = await SamplesOfAsync(wav);
        Assert.Equal(before.Length, after.Length);
        var name = recording.Redactions.First(redaction => redaction.Policy == "person_name").Time;
        Assert.All(Enumerable.Range((int)(name.Start.TotalSeconds * 16_000), 100), index => Assert.NotEqual(before[index], after[index]));
        Assert.Equal(before[..4000], after[..4000]);

        wav.Position = 0;
        await using var result = await MediaFile.OpenAsync(wav, s_tools, cancellationToken: token);
        var verdict = await redactor.VerifyAsync(result, media, heard, recording, Attentive, null, token);
        Assert.Empty(verdict.Leaks);

        using var audit = new MemoryStream();
        AuditWriter.Write(audit, redactor.MakeAudit(heard, recording, DateTimeOffset.UnixEpoch, masked.Duration, "wav") with { Masked = masked.Masked });
        Assert.NotNull(AuditReader.Read(audit.ToArray()));
    }

    [Theory]
    [InlineData(MaskStyle.Beep)]
    [InlineData(MaskStyle.Silence)]
    public async Task Window_only_it_is_heard_and_the_rest_is_silenced(MaskStyle style)
    {
        var token = TestContext.Current.CancellationToken;
        var words = s_call.Words;
        // From 'thank you … name' to the middle of the number.
        int first = 5, last = 22;
        var window = Window(words[first].StartMs - 20, words[last].EndMs + 20);
        var redactor = Redactor(new RedactionSettings { Window = window, Masking = MaskOptions.Default with { Style = style } });
        await using var media = await OpenAsync(s_call.Wav);
        var whole = await Redactor().ListenAsync(media, Attentive, null, token);
        var heard = await redactor.ListenAsync(media, Attentive, null, token);
        Assert.Equal(whole.Transcript.Words.Where(word => window.Inside.Overlaps(word.Time)), heard.Transcript.Words);
        Assert.True(whole.Transcript.Words.Count() > heard.Transcript.Words.Count());
        Assert.Equal(media.Info.Duration, heard.Transcript.Duration);

        var recording = redactor.Redact(heard, token);
        using var wav = new MemoryStream();
        await redactor.MaskAudioAsync(media, recording, AudioOutputFormat.Wav, wav, null, token);
        short[] after = await SamplesOfAsync(wav);
        int start = (int)(window.Range.Start.TotalSeconds * 16_000), end = (int)(window.Range.End.TotalSeconds * 16_000);
        Assert.All(after[..start], sample => Assert.Equal(0, sample));
        Assert.All(after[end..], sample => Assert.Equal(0, sample));
        Assert.Equal(style == MaskStyle.Beep, after[start..end].Max() > 0 && MaskedShare(recording, after) > 0.5);

        using var json = new MemoryStream();
        AuditWriter.Write(json, redactor.MakeAudit(heard, recording, DateTimeOffset.UnixEpoch, media.Info.Duration, "wav"));
        Assert.Contains("\"window\"", System.Text.Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);

        // Given words are cut in the same way.
        Assert.Equal(
            words.Skip(first).Take(last + 1 - first).Select(word => word.Text),
            redactor.Take(media, s_call.Transcript).Transcript.Words.Select(word => word.Text));
    }

    /// <summary>Share of the masked time of names and numbers that is no silence.</summary>
    private static double MaskedShare(RedactedRecording recording, short[] samples)
    {
        var name = recording.Redactions.First(redaction => redaction.Policy == "person_name").Time;
        short[] inside = samples[(int)(name.Start.TotalSeconds * 16_000)..(int)(name.End.TotalSeconds * 16_000)];
        return inside.Count(sample => sample != 0) / (double)inside.Length;
    }

    [Fact]
    public async Task Window_after_the_end_is_refused()
    {
        await using var media = await OpenAsync(s_call.Wav);
        var redactor = Redactor(new RedactionSettings { Window = Window(s_call.LengthMs + 1, null) });
        await Assert.ThrowsAsync<RedactionException>(() => redactor.ListenAsync(media, Attentive, null, TestContext.Current.CancellationToken));
        Assert.Throws<RedactionException>(() => redactor.Take(media, s_call.Transcript));
    }

    [Theory]
    [InlineData(-1L, 5L)]
    [InlineData(5L, 5L)]
    [InlineData(9L, 5L)]
    [InlineData(null, 0L)]
    [InlineData(0L, -2L)]
    public void TryCreate_impossible_window_says_why(long? startMs, long? endMs)
    {
        Assert.False(RecordingWindow.TryCreate(startMs, endMs, out _, out string? error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Channels_apart_are_numbered_however_many_there_are()
    {
        short[] noise = WavBytes.Bursts(s_call.LengthMs / 1000.0, seed: 3);
        short[] three = [.. s_call.Samples.Zip(noise).SelectMany(pair => new short[] { pair.Second, pair.Second, pair.First })];
        await using var media = await OpenAsync(WavBytes.Of(three, channels: 3));
        var heard = await Redactor(new RedactionSettings { Channels = ChannelMode.Apart })
            .ListenAsync(media, Attentive, null, TestContext.Current.CancellationToken);
        Assert.Equal(3, heard.Transcript.ChannelCount);
        Assert.NotEmpty(heard.Transcript.Turns);
        Assert.All(heard.Transcript.Turns, turn => Assert.Equal(("3", 3), (turn.Speaker, turn.Channel)));
    }

    [Fact]
    public async Task Channels_apart_of_mono_is_channel_1()
    {
        await using var media = await OpenAsync(s_call.Wav);
        var heard = await Redactor(new RedactionSettings { Channels = ChannelMode.Apart })
            .ListenAsync(media, Attentive, null, TestContext.Current.CancellationToken);
        Assert.All(heard.Transcript.Turns, turn => Assert.Equal(("1", 1), (turn.Speaker, turn.Channel)));
    }

    [Fact]
    public async Task Channels_mixed_are_one()
    {
        short[] stereo = [.. s_call.Samples.SelectMany(sample => new short[] { sample, 0 })];
        await using var media = await OpenAsync(WavBytes.Of(stereo, channels: 2));
        var heard = await Redactor(new RedactionSettings { Channels = ChannelMode.Mixed })
            .ListenAsync(media, Attentive, null, TestContext.Current.CancellationToken);
        Assert.Equal(1, heard.Transcript.ChannelCount);
        Assert.All(heard.Transcript.Turns, turn => Assert.Null(turn.Channel));
    }

    [Fact]
    public async Task Channels_apart_beyond_the_limit_are_refused()
    {
        const int channels = RecordingListener.MaxChannels + 1;
        await using var media = await OpenAsync(WavBytes.Of(new short[16_000 * 5 * channels], channels: channels));
        await Assert.ThrowsAsync<RedactionException>(() => Redactor(new RedactionSettings { Channels = ChannelMode.Apart })
            .ListenAsync(media, Attentive, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MaskAudioAsync_cancelled_writes_nothing()
    {
        await using var media = await OpenAsync(s_call.Wav);
        var redactor = Redactor();
        var recording = redactor.Redact(redactor.Take(media, s_call.Transcript), TestContext.Current.CancellationToken);
        using var target = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            redactor.MaskAudioAsync(media, recording, AudioOutputFormat.Mp3, target, null, new CancellationToken(true)));
        Assert.Equal(0, target.Length);
    }
}
