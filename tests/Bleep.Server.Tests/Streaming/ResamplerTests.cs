using Bleep.Server.Streaming.Audio;

namespace Bleep.Server.Tests.Streaming;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(8000, 1000)]
    [InlineData(11_025, 440)]
    [InlineData(44_100, 3000)]
    [InlineData(48_000, 6000)]
    [InlineData(22_051, 1234)]
    public void Add_keeps_a_tone_in_its_place_however_it_is_cut(int rate, int toneHz)
    {
        short[] tone = Tone(rate, toneHz, rate);
        var resampler = new Resampler(rate, 16_000);
        var random = new Random(rate);
        var output = new List<short>();
        for (int position = 0; position < tone.Length;)
        {
            int count = Math.Min(random.Next(1, 2000), tone.Length - position);
            output.AddRange(resampler.Add(tone.AsSpan(position, count)));
            position += count;
        }
        output.AddRange(resampler.Complete());

        Assert.Equal(16_000, output.Count);
        short[] expected = Tone(16_000, toneHz, 16_000);
        // Beside the ends, where there is no sound to one side.
        for (int index = 200; index < 15_800; index++)
        {
            Assert.InRange(output[index] - expected[index], -60, 60);
        }
    }

    [Theory]
    [InlineData(44_100, 12_000)]
    [InlineData(48_000, 9500)]
    public void Add_folds_nothing_back_that_the_lower_rate_cannot_carry(int rate, int toneHz)
    {
        var resampler = new Resampler(rate, 16_000);
        short[] output = [.. resampler.Add(Tone(rate, toneHz, rate)), .. resampler.Complete()];

        Assert.All(output[200..^200], sample => Assert.InRange(sample, -40, 40));
    }

    [Fact]
    public void Add_at_the_same_rate_changes_nothing()
    {
        short[] tone = Tone(16_000, 700, 999);

        Assert.Equal(tone, new Resampler(16_000, 16_000).Add(tone));
    }

    private static short[] Tone(int rate, int toneHz, int samples) =>
        [.. Enumerable.Range(0, samples).Select(index => (short)Math.Round(10_000 * Math.Sin(2 * Math.PI * toneHz * index / rate)))];
}
