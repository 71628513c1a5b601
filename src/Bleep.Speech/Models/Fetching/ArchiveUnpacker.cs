using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;
using ICSharpCode.SharpZipLib;

namespace Bleep.Speech.Models.Fetching;

/// <summary>
/// Unpacks archives that may be hostile: <c>.tar.bz2</c>, <c>.tar.gz</c>, <c>.tgz</c>, <c>.tar</c>, <c>.zip</c>. Only plain files and
/// folders below the target come out; a link, a device, a path that leads elsewhere, a name twice, or too much of anything refuses the
/// whole archive.
/// </summary>
/// <param name="limits">How much it may hold.</param>
internal sealed class ArchiveUnpacker(UnpackLimits limits)
{
    private static readonly string[] s_ends = [".tar.bz2", ".tar.gz", ".tgz", ".tar", ".zip"];

    private long _bytes;
    private int _entries;

    /// <summary>True when the name is that of an archive.</summary>
    public static bool IsArchive(string name) =>
        s_ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Unpacks an archive.</summary>
    /// <param name="archive">The file; its name says what it is.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="progress">Told the packed bytes that were read; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SpeechException">The archive is damaged or is refused.</exception>
    public async Task UnpackAsync(string archive, string target, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            if (archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await UnpackZipAsync(file, target, progress, cancellationToken);
                return;
            }
            await using Stream plain = archive.EndsWith(".bz2", StringComparison.OrdinalIgnoreCase) ? new BzipStream(file)
                : archive.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? file
                : new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            await UnpackTarAsync(plain, file, target, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is SharpZipBaseException or InvalidDataException or EndOfStreamException or FormatException or ArgumentException
            or IndexOutOfRangeException)
        {
            throw Refused("it is damaged");
        }
    }

    private async Task UnpackTarAsync(Stream plain, FileStream file, string target, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        await using var reader = new TarReader(plain, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            CountEntry();
            switch (entry.EntryType)
            {
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                case TarEntryType.Directory:
                    Directory.CreateDirectory(PlaceOf(entry.Name, target));
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    await WriteAsync(entry.DataStream ?? Stream.Null, PlaceOf(entry.Name, target), file, progress, cancellationToken);
                    break;
                default:
                    throw Refused("it holds a link, a device or something else that is no plain file");
            }
        }
    }

    private async Task UnpackZipAsync(FileStream file, string target, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            CountEntry();
            // The upper half is the Unix mode, where there is one; its file type may be plain, folder or not given.
            if (((entry.ExternalAttributes >> 28) & 0xf) is not (0 or 4 or 8))
            {
                throw Refused("it holds a link, a device or something else that is no plain file");
            }
            if (entry.FullName.EndsWith('/'))
            {
                Directory.CreateDirectory(PlaceOf(entry.FullName, target));
                continue;
            }
            await using var content = await entry.OpenAsync(cancellationToken);
            await WriteAsync(content, PlaceOf(entry.FullName, target), file, progress, cancellationToken);
        }
    }

    private async Task WriteAsync(Stream content, string path, FileStream packed, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.Exists(path))
        {
            throw Refused("it holds a name twice");
        }
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                // What the archive says about sizes is not believed.
                _bytes += count;
                if (_bytes > limits.MaxBytes)
                {
                    throw Refused($"it holds more than {limits.MaxBytes >> 20} MiB");
                }
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                progress?.Report(new FetchProgress("unpacking", Math.Min(packed.Position, packed.Length), packed.Length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void CountEntry()
    {
        if (++_entries > limits.MaxEntries)
        {
            throw Refused($"it holds more than {limits.MaxEntries} files");
        }
    }

    private static string PlaceOf(string name, string target)
    {
        string[] parts = [.. name.Split('/').Where(part => part is not ("" or "."))];
        bool isPlain = name.Length > 0 && name[0] != '/' && parts.All(part =>
            part != ".." && part.Length <= 255 && !part.Any(unit => unit is '\\' or ':' || char.IsControl(unit)));
        if (!isPlain || parts.Length > 32)
        {
            throw Refused("it holds a path that leads out of it");
        }
        return Path.Combine([target, .. parts]);
    }

    private static SpeechException Refused(string reason) => new(SpeechErrorKind.ModelBroken, $"the archive is refused: {reason}");
}
