using System.Buffers.Binary;
using System.Text;

namespace Bleep.Synthesis.Audio.Signal;

/// <summary>Reads and writes WAV files of 16-bit samples, and writes mu-law.</summary>
public static class WavFile
{
    private const int HeaderBytes = 44;
    private const short Pcm = 1;
    private const short MuLawFormat = 7;

    /// <summary>The bytes of a file: 16-bit samples, or mu-law for telephone sound.</summary>
    /// <param name="sound">The sound.</param>
    public static byte[] Write(Sound sound)
    {
        int sampleBytes = sound.IsMuLaw ? 1 : 2;
        int frameBytes = sampleBytes * sound.Channels.Count;
        int dataBytes = sound.Length * frameBytes;
        // A chunk of odd length is padded with one byte that its length does not count.
        byte[] file = new byte[HeaderBytes + dataBytes + (dataBytes & 1)];
        var head = file.AsSpan();
        Encoding.ASCII.GetBytes("RIFF", head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], file.Length - 8);
        Encoding.ASCII.GetBytes("WAVEfmt ", head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], sound.IsMuLaw ? MuLawFormat : Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], (short)sound.Channels.Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], sound.SampleRateHz);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], sound.SampleRateHz * frameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], (short)frameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], (short)(8 * sampleBytes));
        Encoding.ASCII.GetBytes("data", head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], dataBytes);
        int position = HeaderBytes;
        for (int frame = 0; frame < sound.Length; frame++)
        {
            foreach (short[] channel in sound.Channels)
            {
                if (sound.IsMuLaw)
                {
                    file[position++] = MuLaw.Encode(channel[frame]);
                }
                else
                {
                    BinaryPrimitives.WriteInt16LittleEndian(head[position..], channel[frame]);
                    position += 2;
                }
            }
        }
        return file;
    }

    /// <summary>Reads a file of 16-bit samples or mu-law.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="FormatException">It is another kind of file.</exception>
    public static Sound Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderBytes || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            throw new FormatException("not a WAV file");
        }
        short format = 0, channelCount = 0, bits = 0;
        int rate = 0;
        for (int position = 12; position + 8 <= file.Length;)
        {
            var name = file.Slice(position, 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(file[(position + 4)..]);
            var body = file.Slice(position + 8, Math.Clamp(length, 0, file.Length - position - 8));
            if (name.SequenceEqual("fmt "u8) && body.Length >= 16)
            {
                format = BinaryPrimitives.ReadInt16LittleEndian(body);
                channelCount = BinaryPrimitives.ReadInt16LittleEndian(body[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
                bits = BinaryPrimitives.ReadInt16LittleEndian(body[14..]);
            }
            else if (name.SequenceEqual("data"u8))
            {
                bool isMuLaw = format == MuLawFormat && bits == 8;
                if (channelCount < 1 || !(isMuLaw || (format == Pcm && bits == 16)))
                {
                    break;
                }
                return new Sound(rate, Deinterleave(body, channelCount, isMuLaw)) { IsMuLaw = isMuLaw };
            }
            position += 8 + body.Length + (body.Length & 1);
        }
        throw new FormatException("not a WAV file of 16-bit samples or mu-law");
    }

    private static short[][] Deinterleave(ReadOnlySpan<byte> body, int channelCount, bool isMuLaw)
    {
        int sampleBytes = isMuLaw ? 1 : 2;
        short[][] channels = new short[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            short[] samples = channels[channel] = new short[body.Length / (sampleBytes * channelCount)];
            for (int frame = 0; frame < samples.Length; frame++)
            {
                int position = (frame * channelCount + channel) * sampleBytes;
                samples[frame] = isMuLaw ? MuLaw.Decode(body[position]) : BinaryPrimitives.ReadInt16LittleEndian(body[position..]);
            }
        }
        return channels;
    }
}
