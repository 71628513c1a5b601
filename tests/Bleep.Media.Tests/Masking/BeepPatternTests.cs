using Bleep.Media.Masking;

namespace Bleep.Media.Tests.Masking;

public sealed class BeepPatternTests
{
    [Theory]
    [InlineData(1000, 8000, 1000)]
    [InlineData(1000, 44_100, 1000)]
    [InlineData(1000, 44_101, 1000)]
    [InlineData(997, 767_999, 997)]
    [InlineData(1000, 2000, 500)]
    public void Cover_anyRate_keepsThePitchAndHasNoJump(int frequencyHz, int sampleRateHz, int heardHz)
    {
        var pattern = new BeepPattern<float>(frequencyHz, sampleRateHz, 1);
        pattern.SetAmplitude(1);
        var second = new float[sampleRateHz];
        pattern.Cover(second, 0);
        int periods = 0;
        double steepest = 2 * Math.PI * heardHz / sampleRateHz * 1.05;
        for (int frame = 1; frame < second.Length; frame++)
        {
            periods += second[frame - 1] < -1e-6 && second[frame] >= -1e-6 ? 1 : 0;
            Assert.True(Math.Abs(second[frame] - second[frame - 1]) <= steepest);
        }
        Assert.InRange(periods, heardHz * 0.97, heardHz * 1.03);
    }

    [Fact]
    public void Cover_inTwoParts_goesOnWhereItStopped()
    {
        var pattern = new BeepPattern<short>(1000, 44_100, 2);
        pattern.SetAmplitude(9000);
        var whole = new short[2 * 5000];
        var parts = new short[2 * 5000];
        pattern.Cover(whole, 77);
        pattern.Cover(parts.AsSpan(0, 2 * 1234), 77);
        pattern.Cover(parts.AsSpan(2 * 1234), 77 + 1234);
        Assert.Equal(whole, parts);
        Assert.Equal(Math.Round(pattern.At(77 + 4999)), whole[^1]);
    }
}
