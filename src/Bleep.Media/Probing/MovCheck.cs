using System.Buffers.Binary;
using System.Text;
using Bleep.Media.Files;

namespace Bleep.Media.Probing;

/// <summary>
/// Walks the boxes of an MP4 or QuickTime file: the file must be whole, have an index, and keep all its sound and picture
/// inside itself.
/// </summary>
internal sealed class MovCheck(SourceFile source, CancellationToken cancellationToken)
{
    private const int MaxBoxes = 4_000_000;
    private const int MaxDepth = 8;

    // A data reference to a file by its old Macintosh alias carries the alias record; one to the file itself is this short.
    private const long LongestSelfReference = 64;

    private readonly byte[] _header = new byte[16];
    private int _boxes;
    private bool _hasIndex;

    /// <summary>Checks the whole file.</summary>
    /// <exception cref="MediaException">It is cut off, or it refers to other files.</exception>
    public async Task CheckAsync()
    {
        await WalkAsync(0, source.Length, depth: 0);
        if (!_hasIndex)
        {
            throw new MediaException(MediaErrorKind.Truncated, "The file is cut off: its index is missing.");
        }
    }

    private async Task WalkAsync(long offset, long end, int depth)
    {
        while (end - offset >= 8)
        {
            if (++_boxes > MaxBoxes || depth > MaxDepth)
            {
                throw new MediaException(MediaErrorKind.Malformed);
            }
            int read = await source.ReadAtAsync(offset, _header, cancellationToken);
            if (read < 8)
            {
                throw new MediaException(MediaErrorKind.Truncated);
            }
            long size = BinaryPrimitives.ReadUInt32BigEndian(_header);
            var type = Encoding.Latin1.GetString(_header, 4, 4);
            int headerBytes = 8;
            if (size == 1 && read == 16)
            {
                size = BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(8));
                headerBytes = 16;
            }
            else if (size == 0)
            {
                // Up to the end at the top level; inside a box it closes a list.
                if (depth > 0)
                {
                    return;
                }
                size = end - offset;
            }
            if (size < headerBytes)
            {
                throw new MediaException(MediaErrorKind.Malformed, "The index of the file is damaged.");
            }
            if (size > end - offset)
            {
                throw new MediaException(depth == 0 ? MediaErrorKind.Truncated : MediaErrorKind.Malformed);
            }
            await EnterAsync(type, offset + headerBytes, offset + size, depth);
            offset += size;
        }
    }

    private async Task EnterAsync(string type, long start, long end, int depth)
    {
        switch (type)
        {
            case "moov" when depth == 0:
                _hasIndex = true;
                await WalkAsync(start, end, depth + 1);
                break;
            case "trak" or "mdia" or "minf" or "dinf" when depth > 0:
                await WalkAsync(start, end, depth + 1);
                break;
            case "dref" when depth > 0:
                await CheckReferencesAsync(start, end);
                break;
            case "rmra" when depth > 0:
                throw new MediaException(MediaErrorKind.Forbidden);
            case "cmov" when depth > 0:
                // A compressed index could hide anything from this check.
                throw new MediaException(MediaErrorKind.NotMedia, "The index of the file is compressed, which is not read.");
            default:
                break;
        }
    }

    private async Task CheckReferencesAsync(long start, long end)
    {
        // Version, flags and a count, then one box a reference whose flag 1 says 'in this file'.
        for (long offset = start + 8; end - offset >= 12;)
        {
            if (++_boxes > MaxBoxes)
            {
                throw new MediaException(MediaErrorKind.Malformed);
            }
            await source.ReadAtAsync(offset, _header.AsMemory(0, 12), cancellationToken);
            long size = BinaryPrimitives.ReadUInt32BigEndian(_header);
            bool isHere = (_header[11] & 1) != 0;
            if (!isHere || size > LongestSelfReference)
            {
                throw new MediaException(MediaErrorKind.Forbidden);
            }
            if (size < 12 || size > end - offset)
            {
                throw new MediaException(MediaErrorKind.Malformed, "The index of the file is damaged.");
            }
            offset += size;
        }
    }
}
