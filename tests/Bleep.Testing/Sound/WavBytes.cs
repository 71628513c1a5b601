using System.Buffers.Binary;

namespace Bleep.Testing.Sound;

/// <summary>Writes small wav files of 16 bits a sample, right ones and broken ones.</summary>
public static class WavBytes
{
    /// <summary>A file of the given samples.</summary>
    /// <param name="samples">Interleaved samples.</param>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="claimedBytes">Length of the sound that the header claims; null for the truth.</param>
    public static byte[] Of(ReadOnlySpan<short> samples, int sampleRateHz = 16_000, int channels = 1, uint? claimedBytes = null)
    {
        byte[] file = new byte[44 + (samples.Length * 2)];
        uint dataBytes = claimedBytes ?? (uint)(samples.Length * 2);
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), 36 + dataBytes);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(22), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(24), (uint)sampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(28), (uint)(sampleRateHz * channels * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), (ushort)(channels * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), dataBytes);
        for (int index = 0; index < samples.Length; index++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (index * 2)), samples[index]);
        }
        return file;
    }

    /// <summary>Noise that sounds a little like speech: bursts of a quarter second with pauses; the same for the same seed.</summary>
    /// <param name="seconds">Length.</param>
    /// <param name="seed">Decides the noise.</param>
    /// <param name="sampleRateHz">Frames a second.</param>
    public static short[] Bursts(double seconds, int seed = 1, int sampleRateHz = 16_000)
    {
        var random = new Random(seed);
        short[] samples = new short[(int)(seconds * sampleRateHz)];
        double low = 0;
        for (int index = 0; index < samples.Length; index++)
        {
            low = (0.8 * low) + (0.2 * ((random.NextDouble() * 2) - 1));
            bool isOn = index / (sampleRateHz / 4) % 3 != 2;
            samples[index] = (short)(isOn ? low * 20_000 : 0);
        }
        return samples;
    }
}
