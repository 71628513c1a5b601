using Bleep.Speech.Models.Files;

namespace Bleep.Speech.Models.Fetching;

/// <summary>
/// Fetches models and the native library into a data folder. Everything is checked before it appears there: the hash where it is known,
/// the archive, the model's files. Downloads that were broken off go on where they stopped.
/// </summary>
/// <param name="store">The data folder.</param>
/// <param name="catalogue">What can be fetched.</param>
/// <param name="client">Fetches; null for one of its own.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class ModelInstaller(ModelStore store, ModelCatalogue catalogue, HttpClient? client = null, TimeProvider? time = null)
{
    private static readonly Lazy<HttpClient> s_client = new(() => new HttpClient { Timeout = Timeout.InfiniteTimeSpan });

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly FileDownload _download = new(client ?? s_client.Value, time ?? TimeProvider.System);

    private string DownloadsFolder => Path.Combine(store.DataFolder, "downloads");

    /// <summary>Hashes of archives that were fetched once, by file name; they outlive the models.</summary>
    private string KnownHashesPath => Path.Combine(store.DataFolder, "known-hashes.json");

    /// <summary>Fetches a model of the catalogue; one of this name that is there already is replaced.</summary>
    /// <param name="model">The model.</param>
    /// <param name="mirror">Folder on a server that has the archives under their own names; null for the catalogue's addresses.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SpeechException">It cannot be fetched, or is not what it should be.</exception>
    public Task<InstalledModel> PullAsync(
        CatalogueModel model, Uri? mirror, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) => OnDiskAsync(async () =>
    {
        using var turn = EnterAlone();
        var archive = Path.Combine(DownloadsFolder, Path.GetFileName(model.Address.AbsolutePath));
        await _download.FetchAsync(AddressOf(model.Address, mirror), archive, 2_000_000L * model.AboutMegabytes, progress, cancellationToken);
        try
        {
            await CheckHashAsync(archive, model.Sha256, progress, cancellationToken);
            return await InstallAsync(archive, model.Name, model, model.Languages, progress, cancellationToken);
        }
        finally
        {
            File.Delete(archive);
        }
    });

    /// <summary>Installs a model from a folder or an archive on this machine.</summary>
    /// <param name="path">The folder or archive.</param>
    /// <param name="name">Name for the model.</param>
    /// <param name="languages">Languages it understands; null for those of the catalogue's model of this name, else English.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SpeechException">It is no model that can be run.</exception>
    public Task<InstalledModel> AddAsync(
        string path, string name, IReadOnlyList<string>? languages, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) => OnDiskAsync(async () =>
    {
        using var turn = EnterAlone();
        var known = catalogue.Find(name);
        // The catalogue's own archive, carried here by hand, is held to the same hash.
        if (known is not null && File.Exists(path) && Path.GetFileName(path) == Path.GetFileName(known.Address.AbsolutePath))
        {
            await CheckHashAsync(path, known.Sha256, progress, cancellationToken);
        }
        return await InstallAsync(path, name, known, languages ?? known?.Languages ?? ["en"], progress, cancellationToken);
    });

    /// <summary>Fetches the native library for this machine: through npm if it is there, else from the catalogue's address.</summary>
    /// <param name="mirror">Folder on a server that has the archive under its own name; then npm is not asked. Null for npm or the catalogue.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SpeechException">There is none for this machine, or it cannot be fetched, or is not what it should be.</exception>
    public Task PullLibraryAsync(Uri? mirror, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) => OnDiskAsync(async () =>
    {
        var library = LibraryForThisMachine();
        using var turn = EnterAlone();
        var staging = store.CreateStagingFolder();
        try
        {
            string? archive = null;
            if (mirror is null)
            {
                progress?.Report(new FetchProgress("downloading", 0, null));
                archive = await NpmPackage.TryPackAsync(library.Package, library.Version, staging, _time, cancellationToken);
            }
            if (archive is null)
            {
                const long maxBytes = 200_000_000;
                archive = Path.Combine(staging, Path.GetFileName(library.Address.AbsolutePath));
                await _download.FetchAsync(AddressOf(library.Address, mirror), archive, maxBytes, progress, cancellationToken);
            }
            await LibraryPackage.InstallAsync(store, library, archive, progress, cancellationToken);
            return library;
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    });

    /// <summary>Installs the native library from its archive on this machine.</summary>
    /// <param name="archive">npm's archive of the package for this platform and version.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SpeechException">It is not the archive the catalogue knows.</exception>
    public Task AddLibraryAsync(string archive, IProgress<FetchProgress>? progress, CancellationToken cancellationToken) => OnDiskAsync(async () =>
    {
        var library = LibraryForThisMachine();
        using var turn = EnterAlone();
        await LibraryPackage.InstallAsync(store, library, archive, progress, cancellationToken);
        return library;
    });

    /// <summary>What goes wrong with the disk is said without the names of files.</summary>
    private static async Task<T> OnDiskAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException and not HttpIOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorKind.DownloadFailed, "the data folder cannot be written, or a file cannot be read; check the disk and permissions, or name another folder with --data");
        }
    }

    private CatalogueLibrary LibraryForThisMachine() => catalogue.LibraryForThisMachine()
        ?? throw new SpeechException(SpeechErrorKind.EngineMissing, "there is no sherpa-onnx library for this system; use another engine");

    private static Uri AddressOf(Uri address, Uri? mirror) =>
        mirror is null ? address : new Uri($"{mirror.AbsoluteUri.TrimEnd('/')}/{Path.GetFileName(address.AbsolutePath)}");

    private async Task CheckHashAsync(string archive, string? expected, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new FetchProgress("checking", 0, null));
        var name = Path.GetFileName(archive);
        var known = KnownHashes();
        var hash = await FileHash.OfAsync(archive, cancellationToken);
        expected ??= known.GetValueOrDefault(name);
        if (expected is not null && !expected.Equals(hash, StringComparison.OrdinalIgnoreCase))
        {
            throw new SpeechException(
                SpeechErrorKind.DownloadFailed, $"{name} is not the file it should be (its SHA-256 differs); if it was replaced on purpose, remove known-hashes.json in the data folder");
        }
        known[name] = hash;
        ModelJson.Write(KnownHashesPath, known, ModelJson.Default.DictionaryStringString);
    }

    private Dictionary<string, string> KnownHashes() => ModelJson.TryRead(KnownHashesPath, ModelJson.Default.DictionaryStringString) ?? [];

    private async Task<InstalledModel> InstallAsync(
        string source, string name, CatalogueModel? known, IReadOnlyList<string> languages, IProgress<FetchProgress>? progress,
        CancellationToken cancellationToken)
    {
        name = name.ToLowerInvariant();
        if (!ModelStore.IsName(name))
        {
            throw new ArgumentException("a model's name has lower-case letters, digits, dots, hyphens and underscores", nameof(name));
        }
        var staging = store.CreateStagingFolder();
        try
        {
            var folder = source;
            if (File.Exists(source))
            {
                folder = Path.Combine(staging, "unpacked");
                Directory.CreateDirectory(folder);
                await TakeAsync(source, folder, progress, cancellationToken);
            }
            folder = ModelFolderIn(folder);
            progress?.Report(new FetchProgress("checking", 0, null));
            var facts = ModelInspector.Inspect(folder);
            if (known is not null && known.Kind != facts.Kind)
            {
                throw new SpeechException(SpeechErrorKind.ModelBroken, $"the model is of kind {ModelKinds.NameOf(facts.Kind)}, not what the catalogue says");
            }
            var prepared = Path.Combine(staging, "model");
            var (hashes, size) = await CopyAsync(folder, facts, prepared, progress, cancellationToken);
            var model = new InstalledModel(name, facts.Kind, languages, facts.Files, hashes)
            {
                Punctuates = facts.Punctuates,
                TellsTimes = facts.TellsTimes,
                Rank = known?.Rank ?? 50,
                Licence = known?.Licence,
                SizeBytes = size,
            };
            ModelJson.Write(Path.Combine(prepared, InstalledModel.ManifestName), model, ModelJson.Default.InstalledModel);
            var target = Path.Combine(store.ModelsFolder, name);
            store.Publish(prepared, target);
            return model with { Folder = target };
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static async Task TakeAsync(string file, string folder, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        if (ArchiveUnpacker.IsArchive(file))
        {
            await new ArchiveUnpacker(UnpackLimits.Default).UnpackAsync(file, folder, progress, cancellationToken);
        }
        else if (file.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
        {
            // The detector of speech is a single file.
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        else
        {
            throw new SpeechException(SpeechErrorKind.ModelBroken, "that is neither an archive (.tar.bz2, .tar.gz, .tar, .zip) nor a folder");
        }
    }

    /// <summary>Archives have their files in a folder of their own.</summary>
    private static string ModelFolderIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SpeechException(SpeechErrorKind.ModelMissing, "there is no such folder or archive");
        }
        for (int depth = 0; depth < 3 && !Directory.EnumerateFiles(folder, "*.onnx").Any(); depth++)
        {
            var inner = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .FirstOrDefault(child => Directory.EnumerateFiles(child, "*.onnx", SearchOption.AllDirectories).Any());
            if (inner is null)
            {
                break;
            }
            folder = inner;
        }
        return folder;
    }

    /// <summary>Takes what is needed: archives hold the same model in several sizes, and test sounds.</summary>
    private static async Task<(Dictionary<string, string> Hashes, long Size)> CopyAsync(
        string folder, ModelFacts facts, string target, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(target);
        // Large models keep their weights in files beside them.
        string[] names = [.. facts.Files.Values.Concat(Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)
            .Where(name => Path.GetExtension(name) is ".weights" or ".data")).Distinct(StringComparer.Ordinal)];
        long total = names.Sum(name => new FileInfo(Path.Combine(folder, name)).Length), done = 0;
        var hashes = new Dictionary<string, string>();
        foreach (var name in names)
        {
            var copy = Path.Combine(target, name);
            await using (var from = File.OpenRead(Path.Combine(folder, name)))
            await using (var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write))
            {
                await from.CopyToAsync(to, cancellationToken);
                done += from.Length;
            }
            hashes[name] = await FileHash.OfAsync(copy, cancellationToken);
            progress?.Report(new FetchProgress("checking", done, total));
        }
        return (hashes, total);
    }

    /// <summary>Two processes that install into one folder would pull files from under each other.</summary>
    private FileStream EnterAlone()
    {
        Directory.CreateDirectory(store.DataFolder);
        try
        {
            return new FileStream(Path.Combine(store.DataFolder, "install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SpeechException(SpeechErrorKind.Busy, "another bleep is installing a model there; try again when it is done");
        }
    }
}
