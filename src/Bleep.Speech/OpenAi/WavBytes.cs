using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bleep.Speech.OpenAi;

/// <summary>Samples as a RIFF WAVE file in memory: 16-bit PCM, one channel, 16 kHz, a header of 44 bytes.</summary>
internal static class WavBytes
{
    private const int HeaderBytes = 44;

    /// <summary>Makes the file.</summary>
    public static byte[] Of(ReadOnlySpan<short> samples)
    {
        const int rate = ISpeechAudio.RequiredSampleRateHz;
        int dataBytes = samples.Length * sizeof(short);
        var file = new byte[HeaderBytes + dataBytes];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], rate * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataBytes);
        var target = MemoryMarshal.Cast<byte, short>(header[HeaderBytes..]);
        samples.CopyTo(target);
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(target, target);
        }
        return file;
    }
}
