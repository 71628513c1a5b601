using System.Buffers.Binary;
using Bleep.Media.Files;

namespace Bleep.Media.Probing;

/// <summary>Holds the sizes in a WAVE header against the file.</summary>
internal static class RiffCheck
{
    private const int MaxChunks = 10_000;

    // A writer that cannot seek back leaves these.
    private const uint Unknown = 0xFFFFFFFF;

    // Some writers leave a few bytes after the last chunk.
    private const int ToleratedTailBytes = 4096;

    /// <summary>Checks every chunk.</summary>
    /// <returns>Where the samples lie.</returns>
    /// <exception cref="MediaException">A size goes beyond the file, or the file goes far beyond the sizes.</exception>
    public static async Task<WavLayout> CheckAsync(SourceFile source, CancellationToken cancellationToken)
    {
        var header = new byte[40];
        int read = await source.ReadAtAsync(0, header, cancellationToken);
        if (read < 12)
        {
            throw new MediaException(MediaErrorKind.Truncated);
        }
        bool isRf64 = header.AsSpan().StartsWith("RF64"u8);
        long riffSize = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        long largeDataSize = 0;
        if (isRf64 && read >= 36 && header.AsSpan(12).StartsWith("ds64"u8))
        {
            riffSize = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(20));
            largeDataSize = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(28));
        }
        // A riff size one beyond the end forgets the pad byte of an odd chunk: harmless.
        if (!IsUnknown(riffSize) && (riffSize < 0 || riffSize + 8 > source.Length + 1))
        {
            throw new MediaException(MediaErrorKind.Malformed, "The WAV header says more sound than the file holds.");
        }

        int dataChunks = 0;
        int frameBytes = 0;
        var layout = default(WavLayout);
        long offset = 12;
        for (int chunk = 0; chunk < MaxChunks && offset + 8 <= source.Length; chunk++)
        {
            await source.ReadAtAsync(offset, header.AsMemory(0, 8), cancellationToken);
            if (!IsFourCc(header.AsSpan(0, 4)))
            {
                break;
            }
            long size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            bool isData = header.AsSpan().StartsWith("data"u8);
            if (isData)
            {
                dataChunks++;
                if (isRf64 && size == Unknown && largeDataSize > 0)
                {
                    size = largeDataSize;
                }
                else if (IsUnknown(size))
                {
                    return new WavLayout(offset + 8, source.Length - offset - 8, frameBytes, dataChunks == 1);
                }
                layout = new WavLayout(offset + 8, size, frameBytes, IsPlain: true);
            }
            if (size < 0 || size > source.Length - offset - 8)
            {
                throw new MediaException(MediaErrorKind.Malformed, isData
                    ? "The WAV header says more sound than the file holds."
                    : "A chunk of the WAV file goes beyond its end.");
            }
            if (header.AsSpan().StartsWith("fmt "u8) && size >= 16)
            {
                await source.ReadAtAsync(offset + 8, header.AsMemory(8, 16), cancellationToken);
                frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8 + 12));
            }
            offset += 8 + size + (size & 1);
        }
        if (dataChunks == 0)
        {
            throw new MediaException(MediaErrorKind.NoAudio);
        }
        if (source.Length - offset > ToleratedTailBytes)
        {
            throw new MediaException(MediaErrorKind.Malformed, "The WAV header says less sound than the file holds.");
        }
        return layout with { IsPlain = dataChunks == 1 };
    }

    private static bool IsUnknown(long size) => size is 0 or Unknown or (-1);

    private static bool IsFourCc(ReadOnlySpan<byte> name) => !name.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E);
}
