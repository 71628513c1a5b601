namespace Bleep.Server.Streaming.Audio;

/// <summary>G.711 μ-law to 16 bits, as ITU-T G.711 defines it.</summary>
internal static class MuLaw
{
    private const int Bias = 0x84;

    private static readonly short[] s_samples = [.. Enumerable.Range(0, 256).Select(code => Expand((byte)code))];

    /// <summary>Expands codes to samples.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="samples">Takes as many samples.</param>
    public static void Expand(ReadOnlySpan<byte> codes, Span<short> samples)
    {
        for (int index = 0; index < codes.Length; index++)
        {
            samples[index] = s_samples[codes[index]];
        }
    }

    private static short Expand(byte code)
    {
        int inverted = ~code & 0xFF;
        int magnitude = ((((inverted & 0x0F) << 3) + Bias) << ((inverted >> 4) & 7)) - Bias;
        return (short)((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }
}
