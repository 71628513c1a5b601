using Bleep.Media.Waveforms;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Media.Tests.Waveforms;

public sealed class WaveformBuilderTests
{
    [Fact]
    public void Build_anySoundInAnyBlocks_coversEverySample() => Prop.ForAll(
        Arb.From(from channels in Gen.Choose(1, 3)
                 from frames in Gen.Choose(0, 20_000)
                 from seed in Gen.Choose(0, int.MaxValue)
                 from block in Gen.Choose(1, 3000)
                 select (channels, frames, seed, block)),
        scene =>
        {
            var random = new Random(scene.seed);
            var sound = new short[scene.frames * scene.channels];
            for (int index = 0; index < sound.Length; index++)
            {
                sound[index] = (short)random.Next(short.MinValue, short.MaxValue + 1);
            }
            var whole = new WaveformBuilder(50, 8000, scene.channels);
            whole.Add<short>(sound, 32768);
            var pieces = new WaveformBuilder(50, 8000, scene.channels);
            for (int at = 0; at < sound.Length; at += scene.block * scene.channels)
            {
                pieces.Add<short>(sound.AsSpan(at, Math.Min(scene.block * scene.channels, sound.Length - at)), 32768);
            }
            var peaks = whole.Build();
            var same = pieces.Build();
            return peaks.Count == 50 && peaks.Lowest.SequenceEqual(same.Lowest) && peaks.Highest.SequenceEqual(same.Highest)
                && peaks.Duration == new TimeSpan(scene.frames * TimeSpan.TicksPerSecond / 8000)
                && (sound.Length == 0 || (peaks.Highest.Max() == sound.Max() / 32768f && peaks.Lowest.Min() == sound.Min() / 32768f));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Build_onePulse_standsAtItsPlace()
    {
        var sound = new short[100_000];
        sound[30_500] = 16384;
        var builder = new WaveformBuilder(100, 8000, 1);
        builder.Add<short>(sound, 32768);
        var peaks = builder.Build();
        Assert.Equal(0.5f, peaks.Highest[30]);
        Assert.Equal(1, peaks.Highest.Count(value => value > 0));
    }

    [Fact]
    public void Add_notANumber_countsAsNothing()
    {
        var builder = new WaveformBuilder(4, 8000, 1);
        builder.Add<float>([float.NaN, float.PositiveInfinity, 0.5f, -3], 1);
        Assert.All(builder.Build().Highest, value => Assert.InRange(value, -1, 1));
    }
}
