using System.Buffers.Binary;

namespace Bleep.Server.Streaming.Audio;

/// <summary>Puts single Opus packets into Ogg pages, one packet a page (RFC 3533, RFC 7845), as decoders read Opus from nothing else.</summary>
internal sealed class OggOpusWriter
{
    private const int HeaderBytes = 27;
    private const int MaxLacing = 255;
    private const int SamplesPerMs = 48;
    private const byte FirstPage = 2;

    private static readonly uint[] s_crc = MakeTable();

    private uint _page;
    private long _granule;

    /// <summary>Longest packet, in bytes: one page holds no more.</summary>
    public static int MaxPacketBytes => MaxLacing * (MaxLacing - 1);

    /// <summary>The two pages in front of the sound.</summary>
    public byte[] Head()
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0];
        byte[] tags = [.. "OpusTags"u8, 5, 0, 0, 0, .. "bleep"u8, 0, 0, 0, 0];
        return [.. Page(head, FirstPage), .. Page(tags, 0)];
    }

    /// <summary>The page of a packet.</summary>
    /// <param name="packet">The packet, 1 to <see cref="MaxPacketBytes"/> bytes.</param>
    public byte[] Write(ReadOnlySpan<byte> packet)
    {
        _granule += SamplesIn(packet);
        return Page(packet, 0);
    }

    /// <summary>Samples of a packet at 48 kHz, by its table of contents (RFC 6716, section 3.1).</summary>
    private static int SamplesIn(ReadOnlySpan<byte> packet)
    {
        int configuration = packet[0] >> 3;
        int frame = configuration switch
        {
            < 12 => (configuration % 4) switch { 0 => 10, 1 => 20, 2 => 40, _ => 60 } * SamplesPerMs,
            < 16 => (configuration % 2 == 0 ? 10 : 20) * SamplesPerMs,
            _ => (SamplesPerMs * 5 / 2) << (configuration % 4),
        };
        int frames = (packet[0] & 3) switch { 0 => 1, 3 => packet.Length > 1 ? packet[1] & 0x3F : 1, _ => 2 };
        return frame * frames;
    }

    private byte[] Page(ReadOnlySpan<byte> packet, byte flags)
    {
        int segments = (packet.Length / MaxLacing) + 1;
        byte[] page = new byte[HeaderBytes + segments + packet.Length];
        "OggS"u8.CopyTo(page);
        page[5] = flags;
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), _granule);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), _page++);
        page[26] = (byte)segments;
        page.AsSpan(HeaderBytes, segments - 1).Fill(MaxLacing);
        page[HeaderBytes + segments - 1] = (byte)(packet.Length % MaxLacing);
        packet.CopyTo(page.AsSpan(HeaderBytes + segments));
        uint crc = 0;
        foreach (byte value in page)
        {
            crc = (crc << 8) ^ s_crc[(crc >> 24) ^ value];
        }
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), crc);
        return page;
    }

    private static uint[] MakeTable()
    {
        const uint Polynomial = 0x04C11DB7;
        uint[] table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            uint value = index << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 0x80000000) != 0 ? (value << 1) ^ Polynomial : value << 1;
            }
            table[index] = value;
        }
        return table;
    }
}
