using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Streaming;
using Bleep.Transcripts;

namespace Bleep.Speech.Tests.PocketSphinx;

/// <summary>The whole way on real synthesised speech: splitter, pool, host, native decoder.</summary>
public sealed class PocketSphinxRecognizerTests(PocketSphinxPool pool)
{
    private static readonly string[] Sentences =
    [
        "hello my name is john smith and i have a question about my bill",
        "it is march seventh nineteen sixty one",
        "i live at twenty four main street in boston massachusetts",
        "my phone number is six one zero two six five one seven one four",
        "i was charged two hundred and fifty dollars last tuesday",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecognizeAsync_clearSpeech_hearsMostWords()
    {
        var audio = new List<short[]> { Wave.Silence(0.5) };
        foreach (var sentence in Sentences)
        {
            audio.Add(await Voice.CallerAsync(sentence));
            audio.Add(Wave.Silence(0.8));
        }

        var result = await RecognizeAsync(Wave.Join([.. audio]));

        var said = string.Join(' ', Sentences).Split(' ');
        Assert.InRange(SpeechScore.Errors(said, [.. result.Words.Select(word => word.Text)]) / (double)said.Length, 0, 0.15);
        Assert.All(result.Words, word => Assert.InRange(word.Confidence, 0, 1));
        Assert.Contains(result.Words, word => word.Confidence < 1);
    }

    [Fact]
    public async Task RecognizeAsync_wordsWithKnownTimes_areFoundWhereTheyAreSaid()
    {
        var errors = new List<double>();
        foreach (var sentence in Sentences.Take(3))
        {
            var (speech, truth) = await Voice.AgentAsync(sentence);
            var result = await RecognizeAsync(Wave.Join(Wave.Silence(1.23), speech, Wave.Silence(1)));
            // Words that occur once, as both heard and said, need no alignment.
            foreach (var word in result.Words.Where(word => result.Words.Count(other => other.Text == word.Text) == 1))
            {
                var said = truth.Where(entry => entry.Text == word.Text).ToList();
                if (said is [var only])
                {
                    errors.Add(Math.Abs(word.Start.TotalSeconds - 1.23 - only.Start));
                    errors.Add(Math.Abs(word.End.TotalSeconds - 1.23 - only.End));
                }
            }
        }

        Assert.True(errors.Count >= 40, $"only {errors.Count} boundaries could be compared");
        errors.Sort();
        Assert.InRange(errors[errors.Count / 2], 0, 0.03);
        Assert.InRange(errors[(int)(errors.Count * 0.95)], 0, 0.08);
    }

    [Fact]
    public async Task RecognizeAsync_sentencesBetweenKnownSilences_putNoWordIntoSilence()
    {
        var parts = new List<short[]>();
        var speech = new List<TimeRange>();
        double position = 0;
        foreach (var sentence in Sentences)
        {
            var pause = Wave.Silence(3.7);
            var said = await Voice.CallerAsync(sentence);
            position += 3.7;
            double length = said.Length / (double)Wave.Rate;
            speech.Add(TimeRange.FromMilliseconds(position * 1000, (position + length) * 1000));
            position += length;
            parts.AddRange([pause, said]);
        }

        var result = await RecognizeAsync(Wave.Join([.. parts]));

        Assert.All(result.Words, word => Assert.Contains(speech, range => range.Pad(TimeSpan.FromMilliseconds(20)).Intersect(word.Time) == word.Time));
        Assert.All(speech, range => Assert.Contains(result.Words, word => range.Overlaps(word.Time)));
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("short")]
    [InlineData("noise")]
    public async Task RecognizeAsync_noSpeech_hearsNothing(string kind)
    {
        short[] audio = kind switch
        {
            "silence" => Wave.Silence(5),
            "short" => [1000],
            _ => Wave.Noise(5, 300, seed: 5),
        };

        var result = await RecognizeAsync(audio);

        Assert.Empty(result.Words);
        Assert.Equal(audio.Length / (double)Wave.Rate, result.Duration.TotalSeconds, 3);
    }

    [Fact]
    public async Task RecognizeAsync_sameAudioBeforeAndAfterOtherWork_hearsTheSame()
    {
        var audio = Wave.Join(await Voice.CallerAsync(Sentences[0]), Wave.Silence(1), await Voice.CallerAsync(Sentences[1]));

        var first = await RecognizeAsync(audio);
        await ListenLiveAsync(await Voice.CallerAsync(Sentences[4]));
        var second = await RecognizeAsync(audio);

        Assert.Equal(first.Words, second.Words);
    }

    [Fact]
    public async Task RecognizeAsync_twoChannels_mergesBothSidesByTime()
    {
        var caller = await Voice.CallerAsync(Sentences[0]);
        var agent = await Voice.CallerAsync(Sentences[4]);
        var first = Wave.Join(caller, Wave.Silence(0.5), Wave.Silence(agent.Length / (double)Wave.Rate));
        var second = Wave.Join(Wave.Silence((caller.Length / (double)Wave.Rate) + 0.5), agent);
        await using var recognizer = Choose().CreateRecognizer();

        var result = await new MultichannelRecognizer(recognizer).RecognizeAsync(
            [new MemoryAudio(first), new MemoryAudio(second)], new RecognitionOptions(), null, Token);

        var turns = Transcript.GroupIntoTurns(result.Words, TimeSpan.FromSeconds(2));
        Assert.Equal(["1", "2"], turns.Select(turn => turn.Speaker));
        Assert.Equal([1, 2], turns.Select(turn => turn.Channel));
        Assert.Contains("john smith", turns[0].Text, StringComparison.Ordinal);
        Assert.Contains("fifty dollars", turns[1].Text, StringComparison.Ordinal);
    }

    private async Task ListenLiveAsync(short[] audio)
    {
        await using var recognizer = Choose().CreateStreamingRecognizer();
        await LiveSession.PlayAsync(recognizer, audio);
    }

    private EngineChoice Choose() => new SpeechEngines(pool.Hosts).Choose("pocketsphinx");

    private async Task<RecognitionResult> RecognizeAsync(short[] audio)
    {
        await using var recognizer = Choose().CreateRecognizer();
        return await recognizer.RecognizeAsync(new MemoryAudio(audio), new RecognitionOptions(), null, Token);
    }
}
