using Bleep.Live;
using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Tests.Live;

public sealed class LiveMaskerTests
{
    private const int Rate = 8000;
    private static readonly MaskOptions s_silence = new() { Style = MaskStyle.Silence };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Take_gives_every_sample_once_masked_as_a_whole_recording_would_be(int seed)
    {
        var random = new Random(seed);
        short[] sound = Sound(random, 20 * Rate);
        TimeRange[] hidden = [TimeRange.FromMilliseconds(1900, 3127), TimeRange.FromMilliseconds(3300, 3800), TimeRange.FromMilliseconds(9001, 12_345)];
        short[] expected = [.. sound];
        new PcmMasker(Timeline.Of(hidden), s_silence, Rate, 1).Process(expected);
        var masker = new LiveMasker(s_silence, Rate, TimeSpan.FromSeconds(random.Next(1, 4)));
        var output = new List<short>();
        int next = 0;
        for (int position = 0; position < sound.Length;)
        {
            int count = Math.Min(random.Next(1, 3000), sound.Length - position);
            masker.Add(sound.AsSpan(position, count));
            position += count;
            var until = TimeSpan.FromMilliseconds((position * 1000.0 / Rate) - random.Next(300, 900));
            while (next < hidden.Length && hidden[next].End < until)
            {
                masker.Hide(Timeline.Of([hidden[next++]]));
            }
            // Nothing is settled while a hidden time is open.
            masker.Settle(next < hidden.Length && hidden[next].Start < until ? hidden[next].Start : until);
            output.AddRange(masker.Take(int.MaxValue));
        }
        masker.Complete();
        output.AddRange(masker.Take(int.MaxValue));

        Assert.Equal(expected, output);
        Assert.Equal(0, masker.Kept);
    }

    [Fact]
    public void Take_waits_for_the_decision_however_late_it_is()
    {
        var masker = new LiveMasker(s_silence, Rate, TimeSpan.FromSeconds(1));
        masker.Add(new short[10 * Rate]);

        Assert.Empty(masker.Take(int.MaxValue));
        masker.Settle(TimeSpan.FromSeconds(4));
        Assert.InRange(masker.Take(int.MaxValue).Length, (int)(3.8 * Rate), 4 * Rate);
        Assert.Empty(masker.Take(int.MaxValue));
    }

    [Fact]
    public void Take_keeps_the_delay_though_all_is_decided()
    {
        var masker = new LiveMasker(s_silence, Rate, TimeSpan.FromSeconds(3));
        masker.Add(new short[4 * Rate]);
        masker.Settle(TimeSpan.FromSeconds(4));

        Assert.Equal(Rate, masker.Take(int.MaxValue).Length);
    }

    private static short[] Sound(Random random, int samples)
    {
        short[] sound = new short[samples];
        for (int index = 0; index < samples; index++)
        {
            sound[index] = (short)random.Next(-12_000, 12_000);
        }
        return sound;
    }
}
