using System.Buffers.Binary;
using System.Text;
using Bleep.Media.Files;

namespace Bleep.Media.Probing;

/// <summary>
/// Tells the container by its bytes. What is not recognised here is never given to the media tools, whose own guess also
/// takes names into account and knows formats that open other files.
/// </summary>
internal static class FormatSniffer
{
    private const int HeadBytes = 4096;

    private static readonly string[] s_referringTexts =
        ["#EXTM3U", "ffconcat", "[playlist]", "[reference]", "<?xml", "<MPD", "<asx", "<smil", "<playlist", "v=0", "file '", "RTSPtext"];

    /// <summary>Tells the container.</summary>
    /// <exception cref="MediaException">It is none that is read here.</exception>
    public static async Task<ContainerFormat> SniffAsync(SourceFile source, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadBytes];
        var head = buffer.AsMemory(0, await source.ReadAtAsync(0, buffer, cancellationToken));
        if (FromHead(head.Span) is { } format)
        {
            return format;
        }
        if (ReferringText(head.Span))
        {
            throw new MediaException(MediaErrorKind.Forbidden);
        }
        long start = await SkipId3Async(source, head, cancellationToken);
        if (start > 0)
        {
            head = buffer.AsMemory(0, await source.ReadAtAsync(start, buffer, cancellationToken));
            if (head.Span.StartsWith("fLaC"u8))
            {
                return ContainerFormat.Flac;
            }
        }
        return await FrameScan.FindAsync(source, start, cancellationToken) ?? throw new MediaException(MediaErrorKind.NotMedia);
    }

    /// <summary>Tells the containers that name themselves in their first bytes; null for all others.</summary>
    internal static ContainerFormat? FromHead(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12)
        {
            return null;
        }
        if ((head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8)) && head[8..].StartsWith("WAVE"u8))
        {
            return ContainerFormat.Wav;
        }
        if (head.StartsWith("fLaC"u8))
        {
            return ContainerFormat.Flac;
        }
        if (head.StartsWith("OggS"u8))
        {
            return ContainerFormat.Ogg;
        }
        if (head.StartsWith("#!AMR\n"u8))
        {
            return ContainerFormat.Amr;
        }
        if (head.StartsWith("#!AMR-WB\n"u8))
        {
            return ContainerFormat.AmrWb;
        }
        if (BinaryPrimitives.ReadUInt32BigEndian(head) == 0x1A45DFA3)
        {
            return EbmlDocType(head);
        }
        var box = head.Slice(4, 4);
        if (box.SequenceEqual("ftyp"u8))
        {
            return FromBrand(Encoding.ASCII.GetString(head.Slice(8, 4)));
        }
        return box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8)
            || box.SequenceEqual("free"u8) || box.SequenceEqual("skip"u8) || box.SequenceEqual("pnot"u8)
            ? ContainerFormat.Mov : null;
    }

    private static ContainerFormat FromBrand(string brand) => brand switch
    {
        "qt  " => ContainerFormat.Mov,
        "M4A " or "M4B " or "M4P " or "F4A " => ContainerFormat.M4a,
        _ when brand.StartsWith("3g", StringComparison.Ordinal) => ContainerFormat.ThreeGp,
        _ => ContainerFormat.Mp4,
    };

    private static ContainerFormat? EbmlDocType(ReadOnlySpan<byte> head)
    {
        // DocType is element 0x4282; its value is short text.
        int at = head.IndexOf(new ReadOnlySpan<byte>([0x42, 0x82]));
        if (at < 0 || at + 3 > head.Length)
        {
            return null;
        }
        var value = head[(at + 3)..];
        return value.StartsWith("webm"u8) ? ContainerFormat.WebM : value.StartsWith("matroska"u8) ? ContainerFormat.Matroska : null;
    }

    private static bool ReferringText(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 512)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '#');
        return s_referringTexts.Any(start => text.StartsWith(start.TrimStart('#'), StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<long> SkipId3Async(SourceFile source, ReadOnlyMemory<byte> head, CancellationToken cancellationToken)
    {
        long start = 0;
        var header = new byte[10];
        head.Span[..Math.Min(10, head.Length)].CopyTo(header);
        // Some files carry more than one tag; more than a few are not worth following.
        for (int tags = 0; tags < 4 && header.AsSpan().StartsWith("ID3"u8); tags++)
        {
            long size = ((header[6] & 0x7F) << 21) | ((header[7] & 0x7F) << 14) | ((header[8] & 0x7F) << 7) | (header[9] & 0x7F);
            start += 10 + size + ((header[5] & 0x10) != 0 ? 10 : 0);
            if (start >= source.Length || await source.ReadAtAsync(start, header, cancellationToken) < 10)
            {
                break;
            }
        }
        return start;
    }
}
