using Bleep.Synthesis.Audio.Signal;

namespace Bleep.Synthesis.Tests.Audio;

public sealed class MuLawTests
{
    [Fact]
    public void Encode_everyCode_comesBack()
    {
        for (int code = 0; code < 256; code++)
        {
            short sample = MuLaw.Decode((byte)code);
            Assert.Equal(sample, MuLaw.Decode(MuLaw.Encode(sample)));
        }
    }

    [Theory]
    [InlineData(0, 0xFF)]
    [InlineData(32_635, 0x80)]
    [InlineData(-32_768, 0x00)]
    public void Encode_knownSamples_knownCodes(int sample, byte code) => Assert.Equal(code, MuLaw.Encode((short)sample));

    [Fact]
    public void Decode_anySample_isClose()
    {
        for (int sample = -32_000; sample <= 32_000; sample += 37)
        {
            Assert.InRange(Math.Abs(MuLaw.Decode(MuLaw.Encode((short)sample)) - sample), 0, Math.Max(8, Math.Abs(sample) / 16));
        }
    }
}
