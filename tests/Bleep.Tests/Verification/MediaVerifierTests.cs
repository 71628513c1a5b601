using Bleep.Media;
using Bleep.Media.Encoders;
using Bleep.Media.Masking;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Testing;
using Bleep.Testing.Sound;
using Bleep.Testing.Speech;
using Bleep.Transcripts;
using Bleep.Verification;

namespace Bleep.Tests.Verification;

public sealed class MediaVerifierTests : IDisposable
{
    private static readonly GivenCall s_call = GivenCall.Usual;
    private static readonly PersonalDataFinder s_finder = new(new PiiDetectorOptions());
    private static readonly IReadOnlyList<PiiSpan> s_spans = s_finder.Find(s_call.Transcript.Turns);

    private readonly TemporaryFolder _folder = new();
    private readonly MediaTools _tools = MediaTools.Locate();

    public void Dispose() => _folder.Dispose();

    private async Task<VerificationResult> VerifyAsync(
        Timeline masks, ISpeechRecognizer? recognizer = null, AudioOutputFormat format = AudioOutputFormat.Wav, MaskStyle style = MaskStyle.Beep)
    {
        var token = TestContext.Current.CancellationToken;
        string wav = _folder.Write("call.wav", s_call.Wav);
        await using var original = await MediaFile.OpenAsync(wav, _tools, cancellationToken: token);
        var masked = await new MediaRedactor(_tools).RedactAudioAsync(
            original, masks, new MaskOptions { Style = style }, format, _folder["out"], cancellationToken: token);
        await using var result = await MediaFile.OpenAsync(masked.Path, _tools, cancellationToken: token);
        var verifier = new MediaVerifier(recognizer ?? new AttentiveRecognizer(s_call.Samples, s_call.SpokenWords), s_finder);
        return await verifier.VerifyAsync(
            result, original, s_call.SpokenWords, MediaVerifier.StretchesOf(s_call.Transcript.Turns, s_spans), new RecognitionOptions(), null, token);
    }

    private static Timeline Masks => MaskTimeline.Of(s_call.Transcript.Turns, s_spans);

    [Theory]
    [InlineData(AudioOutputFormat.Wav, MaskStyle.Beep)]
    [InlineData(AudioOutputFormat.Wav, MaskStyle.Silence)]
    [InlineData(AudioOutputFormat.Mp3, MaskStyle.Beep)]
    public async Task VerifyAsync_everything_masked_is_good(AudioOutputFormat format, MaskStyle style)
    {
        var verdict = await VerifyAsync(Masks, format: format, style: style);
        Assert.Equal((VerificationOutcome.Good, 0), (verdict.Outcome, verdict.Leaks.Count));
        Assert.Equal(s_spans.Count, verdict.Checked);
        Assert.True(verdict.WordsHeard > 3);
    }

    [Theory]
    [InlineData(AudioOutputFormat.Wav)]
    [InlineData(AudioOutputFormat.Mp3)]
    public async Task VerifyAsync_one_mask_missing_is_a_leak_with_policy_and_time(AudioOutputFormat format)
    {
        var phone = s_spans.Single(span => span.Policy.Name == "phone_number");
        var time = MaskTimeline.TimeOf(s_call.Transcript.Turns[phone.Turn], phone.Words);
        var verdict = await VerifyAsync(Masks.Subtract(Timeline.Of([time])), format: format);
        Assert.Equal(VerificationOutcome.Leak, verdict.Outcome);
        Assert.Contains(verdict.Leaks, leak => leak.Policy == "phone_number" && leak.Time == time);
        Assert.DoesNotContain(verdict.Leaks, leak => leak.Policy == "person_name");
    }

    [Fact]
    public async Task VerifyAsync_missing_mask_is_noticed_by_its_sound_when_nothing_is_heard()
    {
        var verdict = await VerifyAsync(Timeline.Empty, AttentiveRecognizer.Deaf);
        Assert.Equal(VerificationOutcome.Leak, verdict.Outcome);
        Assert.All(verdict.Leaks, leak => Assert.Equal(LeakEvidence.Sound, leak.Evidence));
    }

    [Fact]
    public async Task VerifyAsync_nothing_heard_anywhere_cannot_be_judged()
    {
        var verdict = await VerifyAsync(Masks, AttentiveRecognizer.Deaf);
        Assert.Equal((VerificationOutcome.CannotJudge, 0), (verdict.Outcome, verdict.WordsHeard));
        Assert.NotNull(verdict.Reason);
    }

    [Fact]
    public async Task VerifyAsync_recordings_of_different_length_cannot_be_judged()
    {
        var token = TestContext.Current.CancellationToken;
        await using var original = await MediaFile.OpenAsync(_folder.Write("a.wav", s_call.Wav), _tools, cancellationToken: token);
        await using var other = await MediaFile.OpenAsync(_folder.Write("b.wav", WavBytes.Of(s_call.Samples.AsSpan(0, 80_000))), _tools, cancellationToken: token);
        var verdict = await new MediaVerifier(AttentiveRecognizer.Deaf, s_finder).VerifyAsync(
            other, original, [], [], new RecognitionOptions(), null, token);
        Assert.Equal(VerificationOutcome.CannotJudge, verdict.Outcome);
    }
}
