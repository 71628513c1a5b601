using Bleep.Speech.Tests.Audio;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>The real library on models that are tiny but take the same paths through it as the large ones.</summary>
public sealed class SherpaRecognizerTests(SherpaPool pool)
{
    private static readonly string[] s_lines =
    [
        "hello my name is john lowery",
        "my number is 610-265-1714",
        "mail me at john.lowery@example.com please",
        "it's all right thanks",
    ];

    public static TheoryData<string> AllModels => [.. ToneModels.Offline, .. ToneModels.Online];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllModels))]
    public async Task RecognizeAsync_toneSpeech_textIsExactAndTimesAreTrue(string model)
    {
        var said = ToneLanguage.Say(s_lines);
        await using var recognizer = (await pool.ChooseAsync(model)).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), null, Token);

        ToneAssert.Same(said, result.Words);
        Assert.Equal(said.Samples.Length / 16.0, result.Duration.TotalMilliseconds, 1.0);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("tone-tdt", true)]
    [InlineData("tone-zipformer-transducer", true)]
    [InlineData("tone-online-transducer", true)]
    [InlineData("tone-nemo-ctc", false)]
    public async Task RecognizeAsync_confidences_areFilledWhereTheModelHasThem(string model, bool hasConfidences)
    {
        // Two voices at once, one a little softer: the model is in some doubt.
        var said = ToneLanguage.Say("hello john");
        var other = ToneLanguage.Say("hegro pohn");
        var mixed = Wave.Mix(said.Samples, Wave.Scale(other.Samples, 0.6));
        await using var recognizer = (await pool.ChooseAsync(model)).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(mixed), new RecognitionOptions(), null, Token);

        Assert.Equal(hasConfidences, recognizer.Info.Can(EngineCapabilities.WordConfidences));
        Assert.Equal("hello john", string.Join(' ', result.Words.Select(word => word.Text)));
        Assert.All(result.Words, word => Assert.InRange(word.Confidence, hasConfidences ? 0.3 : 1, hasConfidences ? 0.9999 : 1));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de-DE")]
    public async Task RecognizeAsync_whisper_textIsExactAndEstimatedTimesHoldTheWords(string language)
    {
        var said = ToneLanguage.Say(s_lines);
        var engines = new SpeechEngines(pool.Hosts, new SpeechEngineSettings { DataFolder = await ToneModels.DataFolderAsync() });
        await using var recognizer = engines.Choose("sherpa-onnx", ToneModels.Whisper, language).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions { Language = language }, null, Token);

        Assert.False(recognizer.Info.Can(EngineCapabilities.WordTimes));
        Assert.Contains("estimated", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(said.Text, string.Join(' ', result.Words.Select(word => word.Text)));
        Assert.All(said.Words.Zip(result.Words), pair =>
        {
            Assert.True(pair.Second.Start <= pair.First.Start, $"'{pair.First.Text}' begins before its mask");
            Assert.True(pair.Second.End >= pair.First.End, $"'{pair.First.Text}' ends after its mask");
        });
    }

    [Fact]
    public async Task RecognizeAsync_longAudio_isCutAtSilencesAndTimesGoOn()
    {
        var said = ToneLanguage.Say(Enumerable.Range(0, 40).Select(index => $"line {index} of a long call"), pauseMs: 900);
        await using var recognizer = (await pool.ChooseAsync("tone-tdt")).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(new MemoryAudio(said.Samples), new RecognitionOptions(), null, Token);

        ToneAssert.Same(said, result.Words);
    }

    [Fact]
    public async Task RecognizeAsync_silenceOrNothing_hasNoWords()
    {
        await using var recognizer = (await pool.ChooseAsync("tone-tdt")).CreateRecognizer();

        foreach (var samples in new[] { Wave.Silence(3), Wave.Silence(0.01), [] })
        {
            var result = await recognizer.RecognizeAsync(new MemoryAudio(samples), new RecognitionOptions(), null, Token);
            Assert.Empty(result.Words);
        }
    }

    [Fact]
    public async Task RecognizeAsync_manyAtATime_eachGetsItsOwnWords()
    {
        await using var recognizer = (await pool.ChooseAsync("tone-zipformer-ctc")).CreateRecognizer();
        var said = Enumerable.Range(0, 8).Select(index => ToneLanguage.Say($"caller number {index}")).ToArray();

        var results = await Task.WhenAll(said.Select(
            recording => recognizer.RecognizeAsync(new MemoryAudio(recording.Samples), new RecognitionOptions(), null, Token)));

        Assert.All(said.Zip(results), pair => ToneAssert.Same(pair.First, pair.Second.Words));
    }

    [Fact]
    public async Task RecognizeAsync_keyterms_warnsThatTheyAreIgnored()
    {
        await using var recognizer = (await pool.ChooseAsync("tone-tdt")).CreateRecognizer();

        var result = await recognizer.RecognizeAsync(
            new MemoryAudio(ToneLanguage.Say("hello").Samples), new RecognitionOptions { Keyterms = ["bearclaw"] }, null, Token);

        Assert.Contains("keyterms are ignored", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }
}
