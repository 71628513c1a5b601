using System.Security.Cryptography;

namespace Bleep.Speech.Models.Fetching;

/// <summary>Puts the native library out of its npm archive into the data folder.</summary>
internal static class LibraryPackage
{
    private static readonly UnpackLimits s_limits = new(500L << 20, 200);

    /// <summary>Checks the archive and installs what is in it.</summary>
    /// <exception cref="SpeechException">It is not the archive the catalogue knows.</exception>
    public static async Task InstallAsync(
        ModelStore store, CatalogueLibrary library, string archive, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new FetchProgress("checking", 0, null));
        await using (var file = File.OpenRead(archive))
        {
            var hash = $"sha512-{Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken))}";
            if (hash != library.Integrity)
            {
                throw new SpeechException(
                    SpeechErrorKind.DownloadFailed, $"the archive is not {library.Package} {library.Version} (its SHA-512 differs)");
            }
        }
        var staging = store.CreateStagingFolder();
        try
        {
            await new ArchiveUnpacker(s_limits).UnpackAsync(archive, staging, progress, cancellationToken);
            var prepared = Path.Combine(staging, "library");
            Directory.CreateDirectory(prepared);
            var hashes = new Dictionary<string, string>();
            foreach (var name in library.Files)
            {
                var path = Path.Combine(prepared, name);
                File.Move(Path.Combine(staging, "package", name), path);
                hashes[name] = await FileHash.OfAsync(path, cancellationToken);
            }
            var manifest = new InstalledLibrary(library.Version, library.Files, hashes);
            ModelJson.Write(Path.Combine(prepared, InstalledLibrary.ManifestName), manifest, ModelJson.Default.InstalledLibrary);
            store.Publish(prepared, InstalledLibrary.FolderIn(store.DataFolder));
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }
}
