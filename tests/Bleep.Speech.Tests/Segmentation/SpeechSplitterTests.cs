using Bleep.Speech.Segmentation;
using Bleep.Speech.Tests.Audio;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Speech.Tests.Segmentation;

public sealed class SpeechSplitterTests
{
    private static readonly SplitterOptions Options = new();

    [Fact]
    public async Task SplitAsync_speechLikeBurstsWithSilence_cutsInTheSilences()
    {
        var pieces = await SplitAsync(Wave.Join(
            Wave.Silence(1), Burst(3), Wave.Silence(1), Burst(4), Wave.Silence(2)));

        Assert.Equal(2, pieces.Count);
        Assert.Equal((0.8, 4.2), Seconds(pieces[0]), Near);
        Assert.Equal((4.8, 9.2), Seconds(pieces[1]), Near);
    }

    [Fact]
    public async Task SplitAsync_shortPieces_areJoinedToNeighbours()
    {
        var words = Enumerable.Range(0, 10).Select(_ => Wave.Join(Burst(0.4), Wave.Silence(0.5))).ToArray();

        var pieces = await SplitAsync(Wave.Join([Wave.Silence(0.5), .. words]));

        Assert.Equal((0.3, 9.2), Seconds(Assert.Single(pieces)), Near);
    }

    [Fact]
    public async Task SplitAsync_runningSpeech_isCutAtItsQuietestPlace()
    {
        // One faint spot in 40 s, none of it silent enough to be a pause.
        var pieces = await SplitAsync(Wave.Join(Burst(18.5), Wave.Scale(Burst(0.15), 0.02), Burst(21.35)));

        Assert.Equal(2, pieces.Count);
        Assert.Equal(18.57, Seconds(pieces[0]).End, 0.08);
        Assert.Equal(Seconds(pieces[0]).End, Seconds(pieces[1]).Start, 3);
    }

    [Fact]
    public async Task SplitAsync_softSpeakerAfterLoudOne_isNotLost()
    {
        var noise = Wave.Noise(50, 3, seed: 1);
        var loud = Wave.Join(Burst(20), Wave.Silence(1), Burst(8), Wave.Silence(21));
        // 40 dB below the loud one.
        var soft = Wave.Join(Wave.Silence(35), Wave.Scale(Burst(5), 0.01), Wave.Silence(10));

        var pieces = await SplitAsync(Wave.Mix(noise, Wave.Mix(loud, soft)));

        Assert.Contains(pieces, piece => Seconds(piece).Start < 35.1 && Seconds(piece).End > 39.9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.002)]
    public async Task SplitAsync_anyLevel_findsTheSameSpeech(double gain)
    {
        var audio = Wave.Mix(Wave.Noise(12, 200, seed: 2), Wave.Join(Wave.Silence(2), Burst(3), Wave.Silence(2), Burst(3), Wave.Silence(2)));

        var pieces = await SplitAsync(Wave.Scale(audio, gain));

        Assert.Equal(2, pieces.Count);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("tone")]
    [InlineData("noise")]
    [InlineData("offset")]
    [InlineData("empty")]
    [InlineData("one sample")]
    [InlineData("clipped")]
    public async Task SplitAsync_soundWithoutSpeech_endsWithinItsLimits(string kind)
    {
        short[] audio = kind switch
        {
            "silence" => Wave.Silence(200),
            "tone" => Wave.Tone(200, 440, 20000),
            "noise" => Wave.Noise(200, 20000, seed: 3),
            "offset" => [.. Enumerable.Repeat((short)1000, 200 * Wave.Rate)],
            "one sample" => [1],
            "clipped" => [.. Enumerable.Range(0, 200 * Wave.Rate).Select(index => index % 2 == 0 ? short.MaxValue : short.MinValue)],
            _ => [],
        };

        var splitter = new SpeechSplitter(new MemoryAudio(audio), Options);
        var pieces = await SplitAsync(splitter);

        Assert.Equal(audio.Length, splitter.AudioRead.TotalSeconds * Wave.Rate, 1);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, Options.MaxPiece.TotalSeconds * Wave.Rate));
        if (kind is "silence" or "tone" or "noise" or "offset" or "empty" or "clipped")
        {
            Assert.Empty(pieces);
        }
    }

    [Fact]
    public async Task SplitAsync_longAudio_readsNoMoreAheadThanItsWindow()
    {
        var source = new MemoryAudio(Wave.Join([.. Enumerable.Range(0, 60).Select(_ => Wave.Join(Burst(4), Wave.Silence(1)))]));

        await foreach (var piece in new SpeechSplitter(source, Options).SplitAsync(TestContext.Current.CancellationToken))
        {
            using (piece)
            {
                Assert.InRange(source.ReadSamples - piece.StartSample, 0, Options.Window.TotalSeconds * Wave.Rate);
            }
        }
    }

    [Fact]
    public async Task SplitAsync_wrongRate_saysWhichIsNeeded()
    {
        var splitter = new SpeechSplitter(new MemoryAudio([1]) { SampleRateHz = 8000 }, Options);

        var error = await Assert.ThrowsAsync<SpeechException>(() => SplitAsync(splitter));

        Assert.Equal(SpeechErrorKind.BadAudio, error.Kind);
    }

    [Fact]
    public void SplitAsync_anyBurstsAndPauses_piecesHoldAllSpeechInOrderWithinLimits()
    {
        var bursts = Gen.Choose(5, 3200).Two().Select(pair => (Burst: pair.Item1 * 10, Pause: pair.Item2 / 2 * 10)).ListOf();
        Prop.ForAll(bursts.ToArbitrary(), plan =>
        {
            var parts = new List<short[]>();
            var speech = new List<(long Start, long End)>();
            long position = 0;
            foreach (var (burstMs, pauseMs) in plan.Take(6))
            {
                var burst = Burst(burstMs / 1000.0);
                speech.Add((position, position + burst.Length));
                var pause = Wave.Silence(pauseMs / 1000.0);
                parts.AddRange([burst, pause]);
                position += burst.Length + pause.Length;
            }
            var pieces = SplitAsync(Wave.Join([.. parts])).GetAwaiter().GetResult();

            long cursor = 0;
            foreach (var (start, length) in pieces)
            {
                Assert.True(start >= cursor);
                Assert.InRange(length, 1, Options.MaxPiece.TotalSeconds * Wave.Rate);
                cursor = start + length;
            }
            foreach (var (start, end) in speech)
            {
                long covered = pieces.Sum(piece => Math.Max(0, Math.Min(end, piece.Start + piece.Length) - Math.Max(start, piece.Start)));
                // Frames at the edges may hold too little of the burst to be loud.
                Assert.InRange(end - start - covered, 0, 2 * FrameEnergy.SamplesPerFrame);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static readonly IEqualityComparer<(double, double)> Near = new Tolerant(0.06);

    /// <summary>Noise whose level goes up and down four times a second, as that of speech does.</summary>
    private static short[] Burst(double seconds) => LongBurst[..(int)(seconds * Wave.Rate)];

    private static readonly short[] LongBurst = MakeBurst(40);

    private static short[] MakeBurst(double seconds)
    {
        var noise = Wave.Noise(seconds, 8000, seed: 7);
        for (int index = 0; index < noise.Length; index++)
        {
            double swing = 0.55 + (0.45 * Math.Cos(2 * Math.PI * 4 * index / Wave.Rate));
            noise[index] = (short)(noise[index] * swing);
        }
        return noise;
    }

    private static (double Start, double End) Seconds((long Start, int Length) piece) =>
        (piece.Start / (double)Wave.Rate, (piece.Start + piece.Length) / (double)Wave.Rate);

    private static Task<List<(long Start, int Length)>> SplitAsync(short[] audio) => SplitAsync(new SpeechSplitter(new MemoryAudio(audio), Options));

    private static async Task<List<(long Start, int Length)>> SplitAsync(SpeechSplitter splitter)
    {
        var pieces = new List<(long, int)>();
        await foreach (var piece in splitter.SplitAsync(TestContext.Current.CancellationToken))
        {
            using (piece)
            {
                pieces.Add((piece.StartSample, piece.Samples.Length));
            }
        }
        return pieces;
    }

    private sealed class Tolerant(double most) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) left, (double, double) right) =>
            Math.Abs(left.Item1 - right.Item1) <= most && Math.Abs(left.Item2 - right.Item2) <= most;

        public int GetHashCode((double, double) value) => 0;
    }
}
