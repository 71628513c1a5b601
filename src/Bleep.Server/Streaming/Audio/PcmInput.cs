using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bleep.Server.Streaming.Audio;

/// <summary>
/// Turns the bytes of a client into samples: PCM or μ-law, cut anywhere. The header of a WAV file in front of the sound is left out. Not
/// thread-safe.
/// </summary>
/// <param name="encoding"><see cref="AudioEncoding.PcmS16Le"/> or <see cref="AudioEncoding.PcmMuLaw"/>.</param>
internal sealed class PcmInput(AudioEncoding encoding)
{
    /// <summary>A header that has not ended by then is no header.</summary>
    private const int MaxHeaderBytes = 4096;

    private const int ChunkHeadBytes = 8;
    private const int RiffHeadBytes = 12;

    private readonly List<byte> _head = [];
    private bool _isPastHead;
    private byte? _half;

    /// <summary>Bytes of a sample.</summary>
    public int BytesPerSample => encoding == AudioEncoding.PcmMuLaw ? 1 : 2;

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">Any number of bytes.</param>
    /// <returns>The samples that are whole.</returns>
    public short[] Add(ReadOnlySpan<byte> bytes)
    {
        if (_isPastHead)
        {
            return Decode(bytes);
        }
        _head.AddRange(bytes);
        int? length = HeaderLength(CollectionsMarshal.AsSpan(_head));
        if (length is null)
        {
            return [];
        }
        return EndHead(length.Value);
    }

    /// <summary>Says that no more bytes come.</summary>
    /// <returns>Samples that waited for the end of a header which was none.</returns>
    public short[] Complete() => _isPastHead ? [] : EndHead(0);

    private short[] EndHead(int length)
    {
        _isPastHead = true;
        short[] samples = Decode(CollectionsMarshal.AsSpan(_head)[length..]);
        _head.Clear();
        return samples;
    }

    /// <summary>Length of the header, 0 when there is none, null when more bytes must tell.</summary>
    private static int? HeaderLength(ReadOnlySpan<byte> start)
    {
        int known = Math.Min(start.Length, 4);
        if (!start[..known].SequenceEqual("RIFF"u8[..known]))
        {
            return 0;
        }
        if (start.Length < RiffHeadBytes)
        {
            return null;
        }
        if (!start[8..RiffHeadBytes].SequenceEqual("WAVE"u8))
        {
            return 0;
        }
        long position = RiffHeadBytes;
        while (position + ChunkHeadBytes <= start.Length)
        {
            var chunk = start[(int)position..];
            if (chunk[..4].SequenceEqual("data"u8))
            {
                return (int)position + ChunkHeadBytes;
            }
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            position += ChunkHeadBytes + (long)length + (length & 1);
        }
        return position > MaxHeaderBytes || start.Length > MaxHeaderBytes ? 0 : null;
    }

    private short[] Decode(ReadOnlySpan<byte> bytes)
    {
        if (encoding == AudioEncoding.PcmMuLaw)
        {
            short[] expanded = new short[bytes.Length];
            MuLaw.Expand(bytes, expanded);
            return expanded;
        }
        int carried = _half is null ? 0 : 1;
        short[] samples = new short[(bytes.Length + carried) / 2];
        int done = 0;
        if (_half is { } low && bytes.Length > 0)
        {
            samples[done++] = (short)(low | (bytes[0] << 8));
            bytes = bytes[1..];
            _half = null;
        }
        for (; bytes.Length >= 2; bytes = bytes[2..])
        {
            samples[done++] = BinaryPrimitives.ReadInt16LittleEndian(bytes);
        }
        if (bytes.Length == 1)
        {
            _half = bytes[0];
        }
        return samples;
    }
}
