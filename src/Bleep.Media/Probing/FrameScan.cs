using Bleep.Media.Files;

namespace Bleep.Media.Probing;

/// <summary>
/// Looks for a run of MPEG audio or ADTS frames. Neither format has a magic number, only a frame header of a few fixed bits,
/// so several frames in a row must agree before bytes count as sound.
/// </summary>
internal static class FrameScan
{
    private const int WindowBytes = 256 * 1024;
    private const int FramesWanted = 4;

    private static readonly int[] s_rates = [44100, 48000, 32000];
    private static readonly int[] s_layer1 = [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448];
    private static readonly int[] s_layer2 = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
    private static readonly int[] s_layer3 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] s_layer1Low = [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256];
    private static readonly int[] s_layer23Low = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    /// <summary>Finds the first run of frames within the first part of the file.</summary>
    /// <returns>The kind of frames, or null when there is no run.</returns>
    public static async Task<ContainerFormat?> FindAsync(SourceFile source, long start, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Min(WindowBytes, Math.Max(0, source.Length - start))];
        int length = await source.ReadAtAsync(start, buffer, cancellationToken);
        return Find(buffer.AsSpan(0, length), atEnd: start + length >= source.Length);
    }

    internal static ContainerFormat? Find(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        // Half of the window may be junk before the first frame; text and playlists never pass for frames.
        for (int at = 0; at < Math.Max(1, bytes.Length / 2);)
        {
            int next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return null;
            }
            at += next;
            if (RunAt(bytes[at..], atEnd) is { } found)
            {
                return found;
            }
            at++;
        }
        return null;
    }

    private static ContainerFormat? RunAt(ReadOnlySpan<byte> bytes, bool atEnd)
    {
        int at = 0;
        uint identity = 0;
        bool isAdts = false;
        for (int frame = 0; frame < FramesWanted; frame++)
        {
            if (at + 7 > bytes.Length)
            {
                // A very short file may hold fewer frames, if they fill it to its end.
                bool filled = atEnd && frame > 0 && at == bytes.Length;
                return !filled ? null : isAdts ? ContainerFormat.Aac : ContainerFormat.Mp3;
            }
            var header = bytes.Slice(at, 7);
            int size = IsAdts(header) ? AdtsSize(header) : MpegSize(header);
            // Version, layer and sampling rate do not change within a file.
            uint own = ((uint)header[1] << 8) | (uint)(header[2] & (IsAdts(header) ? 0x3C : 0x0C));
            if (size < 8 || (frame > 0 && (own & 0xFEFF) != (identity & 0xFEFF)))
            {
                return null;
            }
            identity = own;
            isAdts = IsAdts(header);
            at += size;
        }
        return isAdts ? ContainerFormat.Aac : ContainerFormat.Mp3;
    }

    private static bool IsAdts(ReadOnlySpan<byte> header) => header[0] == 0xFF && (header[1] & 0xF6) == 0xF0;

    private static int AdtsSize(ReadOnlySpan<byte> header) =>
        ((header[2] >> 2) & 0xF) > 12 ? 0 : ((header[3] & 3) << 11) | (header[4] << 3) | (header[5] >> 5);

    private static int MpegSize(ReadOnlySpan<byte> header)
    {
        if (header[0] != 0xFF || (header[1] & 0xE0) != 0xE0)
        {
            return 0;
        }
        int version = (header[1] >> 3) & 3; // 0: 2.5, 1: reserved, 2: 2, 3: 1
        int layer = 4 - ((header[1] >> 1) & 3); // 4 is reserved
        int bitRateIndex = header[2] >> 4;
        int rateIndex = (header[2] >> 2) & 3;
        if (version == 1 || layer == 4 || bitRateIndex is 0 or 15 || rateIndex == 3)
        {
            return 0;
        }
        int rate = s_rates[rateIndex] >> (3 - version == 0 ? 0 : version == 2 ? 1 : 2);
        var table = (version, layer) switch
        {
            (3, 1) => s_layer1,
            (3, 2) => s_layer2,
            (3, 3) => s_layer3,
            (_, 1) => s_layer1Low,
            _ => s_layer23Low,
        };
        int bitsPerSecond = table[bitRateIndex] * 1000;
        int padding = (header[2] >> 1) & 1;
        return layer switch
        {
            1 => ((12 * bitsPerSecond / rate) + padding) * 4,
            3 when version != 3 => (72 * bitsPerSecond / rate) + padding,
            _ => (144 * bitsPerSecond / rate) + padding,
        };
    }
}
