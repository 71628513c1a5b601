using Bleep.Transcripts;

namespace Bleep.Speech.Tests;

public sealed class MultichannelRecognizerTests
{
    [Fact]
    public async Task RecognizeAsync_twoChannels_mergesWordsByTimeWithChannelAndSpeaker()
    {
        await using var recognizer = new ScriptedRecognizer(
            [[Say("hello", 0.1), Say("bye", 2)], [Say("yes", 1), Say("no", 3)]]);

        var result = await new MultichannelRecognizer(recognizer)
            .RecognizeAsync([new NumberedAudio(0), new NumberedAudio(1)], new RecognitionOptions(), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [("hello", "1", 1), ("yes", "2", 2), ("bye", "1", 1), ("no", "2", 2)],
            result.Words.Select(entry => (entry.Word.Text, entry.Speaker!, entry.Channel!.Value)));
        Assert.Equal(2, result.ChannelCount);
    }

    [Fact]
    public async Task RecognizeAsync_oneChannel_namesNeitherChannelNorSpeaker()
    {
        await using var recognizer = new ScriptedRecognizer([[Say("hello", 0.1)]]);

        var result = await new MultichannelRecognizer(recognizer)
            .RecognizeAsync([new NumberedAudio(0)], new RecognitionOptions(), null, TestContext.Current.CancellationToken);

        var only = Assert.Single(result.Words);
        Assert.Null(only.Speaker);
        Assert.Null(only.Channel);
    }

    [Fact]
    public async Task RecognizeAsync_channelFails_stopsTheOthersAndThrows()
    {
        await using var recognizer = new ScriptedRecognizer([[], null]);

        var error = await Assert.ThrowsAsync<SpeechException>(() => new MultichannelRecognizer(recognizer).RecognizeAsync(
            [new NumberedAudio(0, isEndless: true), new NumberedAudio(1)], new RecognitionOptions(), null, TestContext.Current.CancellationToken));

        Assert.Equal(SpeechErrorKind.EngineFailed, error.Kind);
    }

    [Fact]
    public async Task RecognizeAsync_progressOfTwoChannels_reportsTheSlowest()
    {
        await using var recognizer = new ScriptedRecognizer([[Say("a", 1)], [Say("b", 5)]]);
        var told = new List<TimeSpan>();

        await new MultichannelRecognizer(recognizer).RecognizeAsync(
            [new NumberedAudio(0), new NumberedAudio(1)], new RecognitionOptions(), new Collect(told), TestContext.Current.CancellationToken);

        Assert.Equal([Say("a", 1).End], told);
    }

    private static Word Say(string text, double second) => new(text, TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(second + 0.5));

    private sealed class Collect(List<TimeSpan> target) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => target.Add(value);
    }

    private sealed class NumberedAudio(int number, bool isEndless = false) : ISpeechAudio
    {
        public int Number => number;

        public bool IsEndless => isEndless;

        public int SampleRateHz => ISpeechAudio.RequiredSampleRateHz;

        public ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken) => new(0);
    }

    /// <summary>Hears what the script says for the audio of each number; null in the script is a failure.</summary>
    private sealed class ScriptedRecognizer(IReadOnlyList<Word>?[] script) : ISpeechRecognizer
    {
        public EngineInfo Info { get; } = new("scripted", "none") { Languages = ["en"] };

        public async Task<RecognitionResult> RecognizeAsync(
            ISpeechAudio audio, RecognitionOptions options, IProgress<TimeSpan>? progress, CancellationToken cancellationToken)
        {
            var source = (NumberedAudio)audio;
            if (source.IsEndless)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            var words = script[source.Number] ?? throw new SpeechException(SpeechErrorKind.EngineFailed, "the script says so");
            foreach (var word in words)
            {
                progress?.Report(word.End);
            }
            return new RecognitionResult(words) { Duration = TimeSpan.FromSeconds(10) };
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
