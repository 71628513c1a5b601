using Bleep.Speech.Hosting;
using Bleep.Speech.Streaming;
using Bleep.Speech.Tests.Audio;
using Bleep.Speech.Tests.Hosting;

namespace Bleep.Speech.Tests.Streaming;

public sealed class PooledStreamingSessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadEventsAsync_twoBursts_areTwoUtterancesWithTheirTimes()
    {
        await using var pool = TestHosts.Pool();

        var events = await LiveSession.PlayAsync(Recognizer(pool), Bursts(3001, 3002));

        var finals = events.FindAll(entry => entry.IsFinal);
        Assert.Equal(["s3001", "s3002"], finals.Select(LiveSession.Text));
        Assert.Equal([0, 1], finals.Select(entry => entry.Utterance));
        // The burst begins at 1 s; the look-back adds up to half a second before it is noticed.
        Assert.InRange(finals[0].Words[0].Start.TotalSeconds, 0.4, 1.05);
        Assert.InRange(finals[1].Words[0].Start.TotalSeconds, 4.4, 5.05);
        Assert.InRange(finals[0].SpeechEnd.TotalSeconds, 2.95, 3.1);
        Assert.All(events, entry => Assert.Equal(entry.Utterance < 1, entry.AudioHeard < TimeSpan.FromSeconds(4.5)));
        Assert.Contains(events, entry => !entry.IsFinal);
    }

    [Fact]
    public async Task ReadEventsAsync_withSilenceReported_tellsHowFarEverythingIsSettled()
    {
        await using var pool = TestHosts.Pool();

        var events = await LiveSession.PlayAsync(Recognizer(pool), Bursts(3001, 3002), new StreamingOptions { ReportsSilence = true });

        Assert.Equal(["s3001", "s3002"], events.Where(entry => entry.IsFinal).Select(LiveSession.Text));
        Assert.Contains(events, entry => !entry.IsFinal && entry.Words.Count == 0);
        var settled = TimeSpan.Zero;
        foreach (var entry in events)
        {
            Assert.All(entry.Words, word => Assert.True(word.Start >= settled));
            Assert.InRange(entry.SettledUntil, settled, entry.AudioHeard);
            settled = entry.SettledUntil;
        }
    }

    [Fact]
    public async Task ReadEventsAsync_utteranceAtTheVeryEnd_isNotLost()
    {
        await using var pool = TestHosts.Pool();

        var events = await LiveSession.PlayAsync(Recognizer(pool), Wave.Join(Wave.Silence(1), Burst(3001, 1.5), Wave.Silence(0.033)));

        Assert.Equal("s3001", events[^1].Text());
        Assert.True(events[^1].IsFinal);
    }

    [Fact]
    public async Task EndUtteranceAsync_inTheMiddle_finalComesWithoutSilence()
    {
        await using var pool = TestHosts.Pool();
        await using var session = await Recognizer(pool).OpenAsync(new StreamingOptions(), Token);
        var reading = LiveSession.CollectAsync(session);

        await session.WriteAsync(Wave.Join(Wave.Silence(1), Burst(3001, 2)), Token);
        await session.EndUtteranceAsync(Token);
        await session.WriteAsync(Burst(3002, 2), Token);
        await session.CompleteAsync(Token);

        Assert.Equal(["s3001", "s3002"], (await reading).Where(entry => entry.IsFinal).Select(LiveSession.Text));
    }

    [Fact]
    public async Task ReadEventsAsync_longSpeech_isEndedWithinTheLongestUtterance()
    {
        await using var pool = TestHosts.Pool();
        var options = new StreamingOptions { MaxUtterance = TimeSpan.FromSeconds(5) };

        var events = await LiveSession.PlayAsync(Recognizer(pool), Wave.Join(Wave.Silence(1), Burst(3001, 14), Wave.Silence(1)), options);

        var finals = events.FindAll(entry => entry.IsFinal);
        Assert.InRange(finals.Count, 3, 4);
        double heard = finals.Sum(entry => (entry.Words[0].End - entry.Words[0].Start).TotalSeconds);
        Assert.InRange(heard, 14, 15.6);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("noise")]
    [InlineData("nothing")]
    public async Task ReadEventsAsync_noSpeech_saysNothing(string kind)
    {
        await using var pool = TestHosts.Pool();
        short[] audio = kind switch
        {
            "silence" => Wave.Silence(20),
            "noise" => Wave.Noise(20, 2000, seed: 4),
            _ => [],
        };

        Assert.Empty(await LiveSession.PlayAsync(Recognizer(pool), audio));
    }

    [Fact]
    public async Task ReadEventsAsync_hostDiesInTheMiddle_hearsTheUtteranceAgainFromItsStart()
    {
        await using var pool = TestHosts.Pool();
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var recognizer = new PooledStreamingRecognizer(TestHosts.FaultyInfo, TestHosts.Faulty(once: marker), pool);

            var events = await LiveSession.PlayAsync(recognizer, Bursts(3001, TestHosts.Crash, 3003));

            Assert.True(File.Exists(marker));
            Assert.Equal(["s3001", $"s{TestHosts.Crash}", "s3003"], events.Where(entry => entry.IsFinal).Select(LiveSession.Text));
        }
        finally
        {
            File.Delete(marker);
        }
    }

    [Theory]
    [InlineData(TestHosts.Crash, SpeechErrorKind.HostCrashed)]
    [InlineData(TestHosts.Garbage, SpeechErrorKind.HostProtocol)]
    public async Task ReadEventsAsync_hostDiesTwice_endsThisSessionOnly(short trouble, SpeechErrorKind kind)
    {
        await using var pool = TestHosts.Pool();
        await using var other = await Recognizer(pool).OpenAsync(new StreamingOptions(), Token);

        var error = await Assert.ThrowsAsync<SpeechException>(() => LiveSession.PlayAsync(Recognizer(pool), Bursts(3001, trouble, 3003)));

        Assert.Equal(kind, error.Kind);
        var events = await LiveSession.PlayAsync(other, Bursts(3004));
        Assert.Equal("s3004", events[^1].Text());
    }

    [Fact]
    public async Task DisposeAsync_inTheMiddle_freesItsPlaceAndEndsTheEvents()
    {
        await using var pool = new EngineHostPool(new EngineHostPoolOptions { Command = TestHosts.Command, MaxLiveHosts = 1 });
        var session = await Recognizer(pool).OpenAsync(new StreamingOptions(), Token);
        var reading = LiveSession.CollectAsync(session);
        await session.WriteAsync(Burst(3001, 2), Token);

        await session.DisposeAsync();

        Assert.DoesNotContain(await reading, entry => entry.IsFinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await session.WriteAsync(new short[1], Token));
        await using var next = await Recognizer(pool).OpenAsync(new StreamingOptions(), Token);
    }

    [Fact]
    public async Task CompleteAsync_afterAnOrderlyEnd_keepsTheHostWarm()
    {
        await using var pool = TestHosts.Pool();
        await LiveSession.PlayAsync(Recognizer(pool), Bursts(3001));
        var before = Assert.Single(pool.HostProcessIds);

        await LiveSession.PlayAsync(Recognizer(pool), Bursts(3002));

        Assert.Equal(before, Assert.Single(pool.HostProcessIds));
    }

    [Theory]
    [InlineData(0.05, 20, 0.2)]
    [InlineData(0.7, 61, 0.2)]
    [InlineData(0.7, 20, 6)]
    public async Task OpenAsync_settingOutOfRange_isRefused(double silence, double longest, double partial)
    {
        await using var pool = TestHosts.Pool();
        var options = new StreamingOptions
        {
            EndSilence = TimeSpan.FromSeconds(silence),
            MaxUtterance = TimeSpan.FromSeconds(longest),
            PartialInterval = TimeSpan.FromSeconds(partial),
        };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Recognizer(pool).OpenAsync(options, Token));
    }

    private static PooledStreamingRecognizer Recognizer(EngineHostPool pool) => new(TestHosts.FaultyInfo, TestHosts.Faulty(), pool);

    private static short[] Burst(short level, double seconds)
    {
        var noise = Wave.Noise(seconds, 1000, level);
        noise[noise.Length / 2] = level;
        return noise;
    }

    private static short[] Bursts(params short[] levels) =>
        Wave.Join([.. levels.SelectMany(level => new[] { Wave.Silence(1), Burst(level, 2), Wave.Silence(1) })]);
}
