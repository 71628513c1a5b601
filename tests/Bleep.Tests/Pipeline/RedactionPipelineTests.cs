using Bleep.Media;
using Bleep.Pii.Detection;
using Bleep.Pipeline;
using Bleep.Speech;
using Bleep.Testing;
using Bleep.Testing.Sound;
using Bleep.Testing.Speech;
using Bleep.Verification;

namespace Bleep.Tests.Pipeline;

public sealed class RedactionPipelineTests : IDisposable
{
    private static readonly GivenCall s_call = GivenCall.Usual;
    private static readonly PersonalDataFinder s_finder = new(new PiiDetectorOptions());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<RedactionResult> RunAsync(
        ISpeechRecognizer recognizer, RedactionSettings settings, byte[]? wav = null, IProgress<RedactionProgress>? progress = null)
    {
        string input = _folder.Write("in.wav", wav ?? s_call.Wav);
        var pipeline = new RedactionPipeline(MediaTools.Locate(), s_finder, recognizer, settings);
        return await pipeline.RunAsync(new RedactionRequest(input, _folder["out"], "call"), progress, TestContext.Current.CancellationToken);
    }

    private static AttentiveRecognizer Attentive => new(s_call.Samples, s_call.SpokenWords);

    [Fact]
    public async Task RunAsync_heard_words_are_redacted_and_verified()
    {
        var stages = new StageList();
        var result = await RunAsync(Attentive, new RedactionSettings { Verifies = true }, progress: stages);

        Assert.Equal(VerificationOutcome.Good, result.Verification!.Outcome);
        Assert.Equal("good", result.Audit.Verification);
        Assert.Equal(("attentive", "test"), (result.Audit.Engine, result.Audit.Model));
        Assert.True(File.Exists(result.MediaPath));
        Assert.Equal(
            [RedactionStage.Opening, RedactionStage.Listening, RedactionStage.Detecting, RedactionStage.Masking, RedactionStage.Verifying, RedactionStage.Writing],
            stages.Seen);
    }

    [Fact]
    public async Task RunAsync_result_that_cannot_be_judged_publishes_no_media()
    {
        var result = await RunAsync(new OnceAttentive(), new RedactionSettings { Verifies = true });

        Assert.Equal(VerificationOutcome.CannotJudge, result.Verification!.Outcome);
        Assert.Null(result.MediaPath);
        Assert.Equal(
            ["call.audit.json", "call.redacted.json", "call.redacted.srt", "call.redacted.txt", "call.redacted.vtt", "call.report.html"],
            Directory.GetFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // Nor is it inside the report.
        Assert.DoesNotContain("base64", File.ReadAllText(_folder["out/call.report.html"]));
        Assert.Contains("cannot_judge", File.ReadAllText(_folder["out/call.audit.json"]));
    }

    [Fact]
    public async Task RunAsync_stereo_of_equal_channels_counts_as_mono()
    {
        short[] doubled = [.. s_call.Samples.SelectMany(sample => new[] { sample, sample })];
        var result = await RunAsync(Attentive, new RedactionSettings(), WavBytes.Of(doubled, channels: 2));
        Assert.DoesNotContain("\"channel\": \"1\"", File.ReadAllText(_folder["out/call.redacted.json"]));
        Assert.NotEmpty(result.Audit.Redactions);
    }

    [Fact]
    public async Task RunAsync_stereo_channels_are_the_speakers()
    {
        short[] other = WavBytes.Bursts(s_call.LengthMs / 1000.0, seed: 2);
        short[] stereo = [.. s_call.Samples.Zip(other).SelectMany(pair => new[] { pair.First, pair.Second })];
        await RunAsync(Attentive, new RedactionSettings(), WavBytes.Of(stereo, channels: 2));
        string json = File.ReadAllText(_folder["out/call.redacted.json"]);
        Assert.Contains("\"audio_channels\": 2", json);
        Assert.Contains("\"speaker\": \"1\"", json);
        Assert.DoesNotContain("\"speaker\": \"2\"", json);
    }

    [Fact]
    public async Task RunAsync_nothing_said_gives_empty_outputs()
    {
        var result = await RunAsync(AttentiveRecognizer.Deaf, new RedactionSettings());
        Assert.Empty(result.Audit.Redactions);
        Assert.Equal("", File.ReadAllText(_folder["out/call.redacted.txt"]));
        Assert.Equal("WEBVTT\n\n", File.ReadAllText(_folder["out/call.redacted.vtt"]));
        Assert.True(File.Exists(result.MediaPath));
    }

    [Fact]
    public async Task RunAsync_failure_in_the_middle_leaves_nothing()
    {
        await Assert.ThrowsAsync<SpeechException>(() => RunAsync(new Failing(), new RedactionSettings()));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    /// <summary>Hears the original and then nothing more.</summary>
    private sealed class OnceAttentive : ISpeechRecognizer
    {
        private AttentiveRecognizer _next = Attentive;

        public EngineInfo Info => _next.Info;

        public Task<RecognitionResult> RecognizeAsync(
            ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
        {
            var now = _next;
            _next = AttentiveRecognizer.Deaf;
            return now.RecognizeAsync(audio, options, progress, cancellationToken);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Failing : ISpeechRecognizer
    {
        public EngineInfo Info { get; } = new("failing", "test");

        public Task<RecognitionResult> RecognizeAsync(
            ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken) =>
            throw new SpeechException(SpeechErrorKind.HostCrashed, "the engine failed on this audio, twice");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class StageList : IProgress<RedactionProgress>
    {
        public List<RedactionStage> Seen { get; } = [];

        public void Report(RedactionProgress value)
        {
            if (Seen.Count == 0 || Seen[^1] != value.Stage)
            {
                Seen.Add(value.Stage);
            }
        }
    }
}
