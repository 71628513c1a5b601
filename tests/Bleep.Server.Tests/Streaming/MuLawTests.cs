using Bleep.Server.Streaming.Audio;

namespace Bleep.Server.Tests.Streaming;

public sealed class MuLawTests
{
    [Theory]
    [InlineData(0xFF, 0)]
    [InlineData(0x7F, 0)]
    [InlineData(0x00, -32124)]
    [InlineData(0x80, 32124)]
    [InlineData(0xEF, 132)]
    [InlineData(0xFE, 8)]
    public void Expand_gives_the_values_of_the_standard(byte code, short sample)
    {
        short[] samples = new short[1];
        MuLaw.Expand([code], samples);

        Assert.Equal(sample, samples[0]);
    }
}
