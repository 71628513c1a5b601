using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Streaming;
using Bleep.Testing.Speech;

namespace Bleep.Speech.Tests.Sherpa;

/// <summary>Live recognition with the real library.</summary>
public sealed class SherpaStreamingTests(SherpaPool pool)
{
    private static readonly string[] s_lines = ["may i have your name please", "my name is john lowery", "thank you john"];

    public static TheoryData<string> OnlineModels => [.. ToneModels.Online];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnlineModels))]
    public async Task ReadEventsAsync_lines_partialsGrowAndFinalsAreExact(string model)
    {
        var said = ToneLanguage.Say(s_lines, pauseMs: 1200);
        await using var recognizer = (await pool.ChooseAsync(model)).CreateStreamingRecognizer();

        var events = await LiveSession.PlayAsync(recognizer, said.Samples);

        var finals = events.FindAll(entry => entry.IsFinal);
        Assert.Equal(s_lines, finals.Select(entry => entry.Text()));
        ToneAssert.Same(said, [.. finals.SelectMany(entry => entry.Words)]);
        var partials = events.FindAll(entry => !entry.IsFinal && entry.Utterance == 1);
        Assert.Contains(partials, entry => entry.Words.Count is > 0 and < 5);
        Assert.All(partials, entry => Assert.StartsWith("my", $"{entry.Text()}my", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EndUtteranceAsync_inTheMiddle_finalsComeAndTheRestFollows()
    {
        var said = ToneLanguage.Say("one two three four");
        await using var recognizer = (await pool.ChooseAsync("tone-online-transducer")).CreateStreamingRecognizer();
        await using var session = await recognizer.OpenAsync(new StreamingOptions(), Token);
        // Between the second word and the third.
        int cut = (int)((said.Words[1].End + said.Words[2].Start).TotalSeconds / 2 * Wave.Rate);

        await session.WriteAsync(said.Samples.AsMemory(0, cut), Token);
        await session.EndUtteranceAsync(Token);
        await session.WriteAsync(said.Samples.AsMemory(cut), Token);
        await session.CompleteAsync(Token);

        var finals = (await LiveSession.CollectAsync(session)).FindAll(entry => entry.IsFinal);
        Assert.Equal(["one two", "three four"], finals.Select(entry => entry.Text()));
    }

    [Fact]
    public async Task CreateStreamingRecognizer_offlineModel_saysThatItTakesNoLiveAudio()
    {
        var choice = await pool.ChooseAsync("tone-tdt");

        var error = Assert.Throws<SpeechException>(choice.CreateStreamingRecognizer);

        Assert.Equal(SpeechErrorKind.UnsupportedFeature, error.Kind);
    }
}
