using Bleep.Speech.Tests.Audio;

namespace Bleep.Speech.Tests.Hosting;

public sealed class PooledRecognizerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecognizeAsync_severalPieces_putsWordsTogetherInOrder()
    {
        await using var pool = TestHosts.Pool();
        var told = new ProgressLog();

        var result = await TestHosts.Recognizer(pool).RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001, 3002, 3003, 3004, 3005)), new RecognitionOptions(), told, Token);

        Assert.Equal(["s3001", "s3002", "s3003", "s3004", "s3005"], result.Words.Select(word => word.Text));
        Assert.All(result.Words, (word, index) => Assert.Equal((index * 4.5) + 0.8, word.Start.TotalSeconds, 0.05));
        Assert.Equal(TimeSpan.FromSeconds(22.5), result.Duration);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(result.Duration, told.Values[^1]);
    }

    [Theory]
    [InlineData(TestHosts.Crash)]
    [InlineData(TestHosts.Exit)]
    [InlineData(TestHosts.Garbage)]
    [InlineData(TestHosts.CutFrame)]
    public async Task RecognizeAsync_hostDiesOnce_triesAgainInAFreshHost(short trouble)
    {
        await using var pool = TestHosts.Pool();
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var result = await TestHosts.Recognizer(pool, TestHosts.Faulty(once: marker)).RecognizeAsync(
                new MemoryAudio(TestHosts.Pieces(3001, trouble, 3003)), new RecognitionOptions(), null, Token);

            Assert.Equal(["s3001", $"s{trouble}", "s3003"], result.Words.Select(word => word.Text));
            Assert.True(File.Exists(marker));
        }
        finally
        {
            File.Delete(marker);
        }
    }

    [Theory]
    [InlineData(TestHosts.Crash, SpeechErrorKind.HostCrashed, "signal 6")]
    [InlineData(TestHosts.Exit, SpeechErrorKind.HostCrashed, "exit code 3")]
    [InlineData(TestHosts.Garbage, SpeechErrorKind.HostProtocol, "answer that is none")]
    [InlineData(TestHosts.CutFrame, SpeechErrorKind.HostProtocol, "answer that is none")]
    public async Task RecognizeAsync_hostDiesTwice_failsOnlyTheGuiltyJob(short trouble, SpeechErrorKind kind, string how)
    {
        await using var pool = TestHosts.Pool();
        await using var recognizer = TestHosts.Recognizer(pool);
        var innocent = recognizer.RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001, 3002, 3003, 3004, 3005, 3006)), new RecognitionOptions(), null, Token);

        var error = await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001, trouble, 3003)), new RecognitionOptions(), null, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(how, error.Message, StringComparison.Ordinal);
        Assert.Contains("0:00:05 to 0:00:08", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, (await innocent).Words.Count);
        var next = await recognizer.RecognizeAsync(new MemoryAudio(TestHosts.Pieces(3007)), new RecognitionOptions(), null, Token);
        Assert.Equal("s3007", Assert.Single(next.Words).Text);
    }

    [Fact]
    public async Task RecognizeAsync_hostHangs_failsWithAClearErrorAndGoesOn()
    {
        await using var pool = TestHosts.Pool(replyTimeout: TimeSpan.FromSeconds(2));
        await using var recognizer = TestHosts.Recognizer(pool);

        var error = await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(TestHosts.Hang)), new RecognitionOptions(), null, Token));

        Assert.Equal(SpeechErrorKind.HostHung, error.Kind);
        var next = await recognizer.RecognizeAsync(new MemoryAudio(TestHosts.Pieces(3007)), new RecognitionOptions(), null, Token);
        Assert.Equal("s3007", Assert.Single(next.Words).Text);
    }

    [Fact]
    public async Task RecognizeAsync_engineFailsInOrder_keepsTheHostAndHidesTheText()
    {
        await using var pool = TestHosts.Pool(maxHosts: 1);
        await using var recognizer = TestHosts.Recognizer(pool);

        var error = await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(TestHosts.Fail)), new RecognitionOptions(), null, Token));
        var before = Assert.Single(pool.HostProcessIds);
        await recognizer.RecognizeAsync(new MemoryAudio(TestHosts.Pieces(3007)), new RecognitionOptions(), null, Token);

        Assert.Equal(SpeechErrorKind.EngineFailed, error.Kind);
        Assert.DoesNotContain("must not be shown", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Assert.Single(pool.HostProcessIds));
    }

    [Fact]
    public async Task RecognizeAsync_nativeCodePrints_framesStayWhole()
    {
        await using var pool = TestHosts.Pool();

        var result = await TestHosts.Recognizer(pool).RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(TestHosts.NoisyPrint, 3002)), new RecognitionOptions(), null, Token);

        Assert.Equal(2, result.Words.Count);
    }

    [Theory]
    [InlineData("crash-at-load", SpeechErrorKind.HostCrashed)]
    [InlineData("refuse", SpeechErrorKind.ModelBroken)]
    public async Task RecognizeAsync_engineCannotLoad_saysSo(string model, SpeechErrorKind kind)
    {
        await using var pool = TestHosts.Pool();

        var error = await Assert.ThrowsAsync<SpeechException>(() => TestHosts.Recognizer(pool, TestHosts.Faulty(model)).RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001)), new RecognitionOptions(), null, Token));

        Assert.Equal(kind, error.Kind);
        Assert.Empty(pool.HostProcessIds);
    }

    [Fact]
    public async Task RecognizeAsync_cancelledWhileDecoding_endsAtOnceAndLeavesNoProcess()
    {
        await using var pool = TestHosts.Pool(maxHosts: 1);
        await using var recognizer = TestHosts.Recognizer(pool);
        using var cancel = new CancellationTokenSource();
        // The first piece is done when its progress is told; the second hangs.
        var hung = new ProgressSignal();
        var job = recognizer.RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001, TestHosts.Hang, 3003, 3004)), new RecognitionOptions(), hung, cancel.Token);
        await hung.First.WaitAsync(Token);
        var host = Assert.Single(pool.HostProcessIds);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        Assert.False(TestHosts.IsRunning(host));
        var next = await recognizer.RecognizeAsync(new MemoryAudio(TestHosts.Pieces(3007)), new RecognitionOptions(), null, Token);
        Assert.Equal("s3007", Assert.Single(next.Words).Text);
    }

    [Fact]
    public async Task RecognizeAsync_cancelledBefore_startsNothing()
    {
        await using var pool = TestHosts.Pool();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TestHosts.Recognizer(pool).RecognizeAsync(
            new MemoryAudio(TestHosts.Pieces(3001)), new RecognitionOptions(), null, new CancellationToken(canceled: true)));

        Assert.Empty(pool.HostProcessIds);
    }

    [Fact]
    public async Task RecognizeAsync_otherLanguage_saysWhatIsUnderstood()
    {
        await using var pool = TestHosts.Pool();

        var error = await Assert.ThrowsAsync<SpeechException>(() => TestHosts.Recognizer(pool).RecognizeAsync(
            new MemoryAudio([]), new RecognitionOptions { Language = "de" }, null, Token));

        Assert.Equal(SpeechErrorKind.UnsupportedLanguage, error.Kind);
        Assert.EndsWith("it understands: en", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecognizeAsync_emptyAudio_hearsNothing()
    {
        await using var pool = TestHosts.Pool();

        var result = await TestHosts.Recognizer(pool).RecognizeAsync(new MemoryAudio([]), new RecognitionOptions(), null, Token);

        Assert.Empty(result.Words);
        Assert.Equal(TimeSpan.Zero, result.Duration);
    }

    private sealed class ProgressLog : IProgress<TimeSpan>
    {
        public List<TimeSpan> Values { get; } = [];

        public void Report(TimeSpan value) => Values.Add(value);
    }

    private sealed class ProgressSignal : IProgress<TimeSpan>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => _first.Task;

        public void Report(TimeSpan value) => _first.TrySetResult();
    }
}
