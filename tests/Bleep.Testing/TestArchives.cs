using System.Formats.Tar;
using System.IO.Compression;
using ICSharpCode.SharpZipLib.BZip2;

namespace Bleep.Testing;

/// <summary>Makes archives, also such as no honest program makes.</summary>
public static class TestArchives
{
    /// <summary>Packs files.</summary>
    /// <param name="path">Path of the archive; its name says which format.</param>
    /// <param name="files">Names inside, taken as they are, and contents.</param>
    /// <returns>The path.</returns>
    public static string Pack(string path, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var file = File.Create(path);
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
            return path;
        }
        using Stream packed = path.EndsWith(".bz2", StringComparison.Ordinal) ? new BZip2OutputStream(file)
            : path.EndsWith(".tar", StringComparison.Ordinal) ? file
            : new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        foreach (var (name, content) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
        return path;
    }

    /// <summary>Packs a folder under its own name.</summary>
    /// <param name="path">Path of the archive.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Name of the folder inside.</param>
    public static string PackFolder(string path, string folder, string name) => Pack(
        path, [.. Directory.EnumerateFiles(folder).Select(file => ($"{name}/{Path.GetFileName(file)}", File.ReadAllBytes(file)))]);
}
