using Bleep.Synthesis.Audio;
using Bleep.Synthesis.Audio.Signal;
using Bleep.Synthesis.Scoring;
using Bleep.Synthesis.Scripts;
using Bleep.Synthesis.Truth;
using Bleep.Testing;

namespace Bleep.Cli.Tests;

/// <summary>Redacts generated calls and compares the masked time with the truth.</summary>
public sealed class GeneratedCallTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Makes a call, redacts it and scores its audit.</summary>
    private async Task<MaskScore> ScoreAsync(int seed, bool givesWords)
    {
        var token = TestContext.Current.CancellationToken;
        var recording = await new CallRecorder().RecordAsync(new CallGenerator().Generate(seed), seed, token);
        string wav = _folder.Write($"{seed}.wav", WavFile.Write(recording.Sound));
        string words = _folder.Write($"{seed}.words.json", TranscriptJson.Write(recording.Truth, "call.wav"));
        string[] given = givesWords ? ["--transcript", words] : [];
        var run = await BleepCli.RunAsync(["redact", wav, .. given]);
        Assert.Equal(0, run.ExitCode);
        return MaskScore.Of(recording.Truth, MaskAudit.Read(await File.ReadAllBytesAsync(_folder[$"{seed}.audit.json"], token)));
    }

    // The floors are lower than the figures of docs/benchmarks.md: single calls differ.
    [Fact]
    public async Task Redact_with_true_words_masks_what_is_private_and_little_else()
    {
        var score = (await ScoreAsync(1, givesWords: true)).Add(await ScoreAsync(2, givesWords: true));
        Assert.InRange(score.MaskedShare, 0.9, 1);
        Assert.InRange(score.MaskedOtherShare, 0, 0.08);
    }

    [Fact]
    public async Task Redact_through_the_engine_masks_most_of_what_is_private()
    {
        var score = await ScoreAsync(1, givesWords: false);
        Assert.InRange(score.MaskedShare, 0.6, 1);
        Assert.InRange(score.MaskedOtherShare, 0, 0.15);
    }
}
