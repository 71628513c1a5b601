using System.Numerics;

namespace Bleep.Synthesis.Audio.Signal;

/// <summary>The telephone's companding of samples to 8 bits (G.711 mu-law).</summary>
internal static class MuLaw
{
    private const int Bias = 0x84;
    private const int Clip = 32_635;

    /// <summary>The code of a sample.</summary>
    /// <param name="sample">A 16-bit sample.</param>
    public static byte Encode(short sample)
    {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        int exponent = BitOperations.Log2((uint)magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)~(sign | (exponent << 4) | mantissa);
    }

    /// <summary>The sample of a code.</summary>
    /// <param name="code">A mu-law code.</param>
    public static short Decode(byte code)
    {
        int plain = ~code & 0xFF;
        int magnitude = ((((plain & 0x0F) << 3) + Bias) << ((plain & 0x70) >> 4)) - Bias;
        return (short)((plain & 0x80) != 0 ? -magnitude : magnitude);
    }
}
