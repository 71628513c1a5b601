using Bleep.Media.Masking;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Media.Tests.Masking;

public sealed class PcmMaskerTests
{
    private static readonly Arbitrary<Scene> s_scenes = Arb.From(
        from rate in Gen.Elements(8000, 11025, 16000, 44100)
        from channels in Gen.Choose(1, 3)
        from frames in Gen.Choose(0, 12000)
        from paddingMs in Gen.Choose(10, 90)
        from rampTicks in Gen.Choose(0, 100_000)
        from silence in Gen.Elements(true, false)
        from count in Gen.Choose(0, 5)
        from starts in Gen.Choose(0, 15_000_000).ListOf(count)
        from lengths in Gen.Choose(1, 3_000_000).ListOf(count)
        from seed in Gen.Choose(0, int.MaxValue)
        from blocks in Gen.Choose(1, 5000).NonEmptyListOf()
        select new Scene(rate, channels, frames, paddingMs, rampTicks, silence,
            [.. starts.Zip(lengths, (start, length) => new TimeRange(new TimeSpan(start), new TimeSpan((long)start + length)))],
            seed, [.. blocks]));

    [Fact]
    public void Process_anyMasks_leavesSamplesOutsideThePaddedIntervalsAsTheyAre() => Prop.ForAll(s_scenes, scene =>
    {
        var masked = scene.Mask(scene.Sound);
        var padded = scene.Masks.Pad(scene.Options.Padding);
        return masked.Length == scene.Sound.Length && Enumerable.Range(0, masked.Length).All(index =>
            masked[index] == scene.Sound[index] || padded.Ranges.Any(range => range.Contains(scene.TimeOf(index))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Process_anyMasks_leavesNothingOfTheOriginalInside() => Prop.ForAll(s_scenes, scene =>
    {
        // Two recordings that differ only inside the unpadded intervals come out the same.
        var other = (short[])scene.Sound.Clone();
        var random = new Random(scene.Seed ^ 77);
        for (int index = 0; index < other.Length; index++)
        {
            var frame = new TimeRange(scene.TimeOf(index), scene.TimeOf(index + scene.Channels));
            if (scene.Masks.Overlaps(frame))
            {
                other[index] = (short)random.Next(short.MinValue, short.MaxValue + 1);
            }
        }
        return scene.Mask(scene.Sound).AsSpan().SequenceEqual(scene.Mask(other));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Process_anyBlockSizes_givesTheSame() => Prop.ForAll(s_scenes, scene =>
        scene.Mask(scene.Sound).AsSpan().SequenceEqual(scene.MaskInBlocks(scene.Sound))).QuickCheckThrowOnFailure();

    [Fact]
    public void Process_chosenChannels_leavesTheOthers() => Prop.ForAll(s_scenes, scene =>
    {
        var masked = new Scene[] { scene with { Only = [0] } }[0].Mask(scene.Sound);
        return Enumerable.Range(0, masked.Length).All(index => index % scene.Channels == 0 || masked[index] == scene.Sound[index]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Process_speechAround_beepsAtItsLevel(double speechRms)
    {
        const int Rate = 16000;
        var random = new Random(5);
        var sound = new short[4 * Rate];
        for (int index = 0; index < sound.Length; index++)
        {
            // Speech with pauses: half a second of sound, half a second of nearly nothing.
            double level = index / (Rate / 2) % 2 == 0 ? speechRms : 0.0001;
            sound[index] = (short)(Math.Clamp((random.NextDouble() - 0.5) * Math.Sqrt(12) * level, -1, 1) * short.MaxValue);
        }
        var masks = Timeline.Of([TimeRange.FromMilliseconds(2000, 2500)]);
        new PcmMasker(masks, MaskOptions.Default, Rate, 1).Process(sound);
        double rms = Rms(sound.AsSpan(2 * Rate, Rate / 2));
        double wanted = Math.Clamp(speechRms, 0.0251, 0.316);
        Assert.InRange(rms / wanted, 0.9, 1.1);
        Assert.True(sound.Max(sample => Math.Abs((int)sample)) <= short.MaxValue);
    }

    [Fact]
    public void Process_maskAtTheVeryStart_measuresWhatFollows()
    {
        const int Rate = 8000;
        var sound = Enumerable.Range(0, 2 * Rate).Select(index => (short)(3000 * Math.Sin(index))).ToArray();
        new PcmMasker(Timeline.Of([TimeRange.FromMilliseconds(0, 300)]), MaskOptions.Default, Rate, 1).Process(sound);
        Assert.InRange(Rms(sound.AsSpan(0, (int)(0.3 * Rate))) / (3000 / Math.Sqrt(2) / short.MaxValue), 0.9, 1.1);
    }

    [Fact]
    public void Process_nothingButMask_beepsAudibly()
    {
        const int Rate = 8000;
        var sound = new short[Rate];
        new PcmMasker(Timeline.Of([TimeRange.FromMilliseconds(0, 5000)]), MaskOptions.Default, Rate, 1).Process(sound);
        Assert.InRange(Rms(sound), 0.09, 0.11);
    }

    [Fact]
    public void Process_beep_is1000HertzWithoutClicks()
    {
        const int Rate = 16000;
        var sound = new short[Rate];
        new PcmMasker(Timeline.Of([TimeRange.FromMilliseconds(200, 700)]), MaskOptions.Default, Rate, 1).Process(sound);
        var inside = sound.AsSpan((int)(0.2 * Rate), Rate / 2);
        int crossings = 0;
        for (int index = 1; index < inside.Length; index++)
        {
            crossings += inside[index - 1] < 0 && inside[index] >= 0 ? 1 : 0;
        }
        Assert.InRange(crossings, 499, 501);
        double peak = 0.1 * Math.Sqrt(2) * short.MaxValue;
        double steepest = 2 * Math.PI * 1000 / Rate * peak;
        for (int index = 1; index < sound.Length; index++)
        {
            Assert.True(Math.Abs(sound[index] - sound[index - 1]) <= steepest * 1.1);
        }
    }

    [Fact]
    public void New_channelThatDoesNotExist_isRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new PcmMasker(Timeline.Empty, new MaskOptions { Channels = [2] }, 8000, 2));

    [Fact]
    public void Padding_underTenMilliseconds_isRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new MaskOptions { Padding = TimeSpan.FromMilliseconds(9) });

    private static double Rms(ReadOnlySpan<short> samples)
    {
        double sum = 0;
        foreach (short sample in samples)
        {
            sum += (double)sample * sample;
        }
        return Math.Sqrt(sum / samples.Length) / short.MaxValue;
    }

    public sealed record Scene(
        int Rate, int Channels, int Frames, int PaddingMs, int RampTicks, bool Silence, TimeRange[] Ranges, int Seed, int[] Blocks)
    {
        private short[]? _sound;

        public int[]? Only { get; init; }

        public Timeline Masks => Timeline.Of(Ranges);

        public MaskOptions Options => new()
        {
            Style = Silence ? MaskStyle.Silence : MaskStyle.Beep,
            Padding = TimeSpan.FromMilliseconds(PaddingMs),
            Ramp = new TimeSpan(RampTicks),
            Channels = Only,
        };

        public short[] Sound => _sound ??= MakeSound();

        public TimeSpan TimeOf(int index) => new((long)(index / Channels) * TimeSpan.TicksPerSecond / Rate);

        public short[] Mask(short[] sound)
        {
            var copy = (short[])sound.Clone();
            new PcmMasker(Masks, Options, Rate, Channels).Process(copy);
            return copy;
        }

        public short[] MaskInBlocks(short[] sound)
        {
            var copy = (short[])sound.Clone();
            var masker = new PcmMasker(Masks, Options, Rate, Channels);
            int looked = 0;
            for (int at = 0, turn = 0; at < copy.Length; turn++)
            {
                int end = Math.Min(copy.Length, at + (Blocks[turn % Blocks.Length] * Channels));
                int ahead = Math.Min(copy.Length, end + (masker.LookaheadFrames * Channels));
                masker.Look(sound.AsSpan(looked, ahead - looked));
                looked = ahead;
                masker.Process(copy.AsSpan(at, end - at));
                at = end;
            }
            return copy;
        }

        private short[] MakeSound()
        {
            var random = new Random(Seed);
            var sound = new short[Frames * Channels];
            for (int index = 0; index < sound.Length; index++)
            {
                sound[index] = (short)random.Next(short.MinValue, short.MaxValue + 1);
            }
            return sound;
        }
    }
}
