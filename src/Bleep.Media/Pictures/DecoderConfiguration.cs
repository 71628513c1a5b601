using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Bleep.Media.Processes;

namespace Bleep.Media.Pictures;

/// <summary>
/// The bytes a container keeps apart from the picture for setting up the decoder. Bitstream filters leave them alone, so they
/// are copied only if they hold parameter sets and nothing else.
/// </summary>
internal static class DecoderConfiguration
{
    private const int MaxAnswerBytes = 1 << 20;
    private const int MaxPlainBytes = 64;

    private delegate bool UnitCheck(ReadOnlySpan<byte> unit);

    /// <summary>Reads the bytes; empty when there are none.</summary>
    public static async Task<byte[]> ReadAsync(MediaFile file, VideoTrack track, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", .. ToolInput.Fence(file.Info.Format), "-select_streams", $"{track.Index}",
            "-show_data", "-show_entries", "stream=extradata", "-of", "json=compact=1", "-i", file.Source.ToolPath,
        ];
        await using var process = ToolProcess.Start(file.Tools, file.Tools.FfprobePath, arguments, file.Limits);
        process.CloseInput();
        var answer = await process.ReadAllAsync(MaxAnswerBytes, cancellationToken);
        if (await process.WaitAsync(cancellationToken) != 0)
        {
            throw new MediaException(MediaErrorKind.UncheckedPicture);
        }
        using var document = JsonDocument.Parse(answer);
        foreach (var stream in document.RootElement.GetProperty("streams").EnumerateArray())
        {
            if (stream.TryGetProperty("extradata", out var dump))
            {
                return FromHexDump(dump.GetString() ?? "");
            }
        }
        return [];
    }

    /// <summary>True when the bytes hold nothing but what a decoder of the codec needs.</summary>
    public static bool IsClean(string codec, ReadOnlySpan<byte> bytes) => codec switch
    {
        _ when bytes.IsEmpty => true,
        "h264" => bytes[0] == 1 ? IsCleanAvc(bytes) : IsCleanAnnexB(bytes, IsCleanAvcUnit),
        "hevc" => bytes[0] == 1 ? IsCleanHevc(bytes) : IsCleanAnnexB(bytes, IsCleanHevcUnit),
        "av1" => IsCleanAv1(bytes),
        "mpeg2video" => IsCleanAnnexB(bytes, static unit => unit[0] is 0xB3 or 0xB5 or 0xB8),
        // Looked through together with the picture.
        "mpeg4" => true,
        _ => bytes.Length <= MaxPlainBytes,
    };

    // Lines of '00000010: fdf8 f800 000f 04a0 0001 0018 4001 0c01  ................'.
    private static byte[] FromHexDump(string dump)
    {
        const int HexAt = 10, HexWidth = 40;
        var bytes = new List<byte>();
        foreach (var line in dump.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var hex = line.Length > HexAt ? line.AsSpan(HexAt, Math.Min(HexWidth, line.Length - HexAt)) : [];
            for (int at = 0; at + 1 < hex.Length;)
            {
                if (hex[at] == ' ')
                {
                    at++;
                    continue;
                }
                bytes.Add(byte.Parse(hex.Slice(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 2;
            }
        }
        return [.. bytes];
    }

    private static bool IsCleanAvcUnit(ReadOnlySpan<byte> unit) => (unit[0] & 0x1F) is 7 or 8 or 9 or 13 or 15;

    private static bool IsCleanHevcUnit(ReadOnlySpan<byte> unit) => (unit[0] >> 1 & 0x3F) switch
    {
        32 or 33 or 34 or 35 => true,
        39 or 40 => unit.Length > 2 && SeiMessages.ServePictureOnly(unit[2..]),
        _ => false,
    };

    private static bool IsCleanAnnexB(ReadOnlySpan<byte> bytes, UnitCheck isClean)
    {
        bool clean = true;
        var splitter = new StartCodeSplitter(bytes.Length, (unit, _) => clean &= isClean(unit));
        splitter.Feed(bytes);
        splitter.End();
        return clean;
    }

    // AVCDecoderConfigurationRecord of ISO 14496-15: six bytes, sequence sets, picture sets, and four bytes more for high profiles.
    private static bool IsCleanAvc(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 7)
        {
            return false;
        }
        var rest = bytes[6..];
        if (!TakeUnits(ref rest, bytes[5] & 0x1F, IsCleanAvcUnit) || rest.IsEmpty)
        {
            return false;
        }
        int pictureSets = rest[0];
        rest = rest[1..];
        if (!TakeUnits(ref rest, pictureSets, IsCleanAvcUnit))
        {
            return false;
        }
        if (rest.Length >= 4)
        {
            int extensions = rest[3];
            rest = rest[4..];
            return TakeUnits(ref rest, extensions, IsCleanAvcUnit) && rest.IsEmpty;
        }
        return rest.IsEmpty;
    }

    // HEVCDecoderConfigurationRecord: 22 bytes, a count, then arrays of one type each.
    private static bool IsCleanHevc(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 23)
        {
            return false;
        }
        var rest = bytes[23..];
        for (int array = 0; array < bytes[22]; array++)
        {
            if (rest.Length < 3)
            {
                return false;
            }
            int count = BinaryPrimitives.ReadUInt16BigEndian(rest[1..]);
            rest = rest[3..];
            if (!TakeUnits(ref rest, count, IsCleanHevcUnit))
            {
                return false;
            }
        }
        return rest.IsEmpty;
    }

    private static bool TakeUnits(ref ReadOnlySpan<byte> rest, int count, UnitCheck isClean)
    {
        for (; count > 0; count--)
        {
            if (rest.Length < 3)
            {
                return false;
            }
            int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length == 0 || length > rest.Length - 2 || !isClean(rest.Slice(2, length)))
            {
                return false;
            }
            rest = rest[(2 + length)..];
        }
        return true;
    }

    // AV1CodecConfigurationRecord: four bytes and OBUs; raw OBUs otherwise. Only a sequence header (1) or padding-free delimiters belong.
    private static bool IsCleanAv1(ReadOnlySpan<byte> bytes)
    {
        var rest = (bytes[0] & 0x80) != 0 ? bytes[Math.Min(4, bytes.Length)..] : bytes;
        while (!rest.IsEmpty)
        {
            int type = rest[0] >> 3 & 0xF;
            bool hasExtension = (rest[0] & 4) != 0;
            bool hasSize = (rest[0] & 2) != 0;
            int at = hasExtension ? 2 : 1;
            int size = 0;
            for (int shift = 0; hasSize; shift += 7)
            {
                if (at >= rest.Length || shift > 21)
                {
                    return false;
                }
                size |= (rest[at] & 0x7F) << shift;
                if ((rest[at++] & 0x80) == 0)
                {
                    break;
                }
            }
            if (type is not (1 or 2) || !hasSize || size > rest.Length - at)
            {
                return false;
            }
            rest = rest[(at + size)..];
        }
        return true;
    }
}
