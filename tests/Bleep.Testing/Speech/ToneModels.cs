using System.Security.Cryptography;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;
using Bleep.Testing.Processes;

namespace Bleep.Testing.Speech;

/// <summary>
/// A data folder with the real sherpa-onnx library and tiny models of the tone language, made once and kept in <c>artifacts</c>. Made by
/// the product's own means: the library comes through npm (or the catalogue's address), the models are added from a folder.
/// </summary>
public static class ToneModels
{
    private const string Script = "tools/models/make_tone_models.py";

    private static readonly Lazy<Task<string>> s_folder = new(MakeAsync);

    /// <summary>Models of whole utterances that tell times.</summary>
    public static IReadOnlyList<string> Offline { get; } =
        ["tone-tdt", "tone-nemo-ctc", "tone-zipformer-ctc", "tone-zipformer-transducer", "tone-sense-voice"];

    /// <summary>A Whisper, which tells no times of words.</summary>
    public const string Whisper = "tone-whisper";

    /// <summary>Models of running speech.</summary>
    public static IReadOnlyList<string> Online { get; } = ["tone-online-ctc", "tone-online-transducer", "tone-online-nemo-ctc"];

    /// <summary>The data folder; not to be changed.</summary>
    public static Task<string> DataFolderAsync() => s_folder.Value;

    /// <summary>Makes the models' own files in a new folder, a folder a model.</summary>
    public static async Task MakeFilesAsync(string folder, CancellationToken cancellationToken)
    {
        // The distribution's own interpreter has the distribution's packages.
        var run = await ProgramRun.RunAsync("/usr/bin/python3", [RepositoryFiles.PathOf(Script), folder], cancellationToken: cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Script}: {run.Error} (python3-onnx is needed; ./test installs it)");
        }
    }

    /// <summary>Copies the data folder, for a test that changes something in it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="withModels">False for the library alone.</param>
    public static async Task<string> CopyAsync(string target, bool withModels = true)
    {
        var source = await DataFolderAsync();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file);
            if (!withModels && name.StartsWith("models", StringComparison.Ordinal))
            {
                continue;
            }
            var copy = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    private static async Task<string> MakeAsync()
    {
        var script = await File.ReadAllBytesAsync(RepositoryFiles.PathOf(Script));
        var library = ModelCatalogue.Default.LibraryForThisMachine() ?? throw new PlatformNotSupportedException();
        byte[] recipe = [.. script, .. System.Text.Encoding.UTF8.GetBytes(library.Integrity)];
        var target = RepositoryFiles.PathOf($"artifacts/tone-data/{Convert.ToHexStringLower(SHA256.HashData(recipe))[..16]}");
        if (Directory.Exists(target))
        {
            return target;
        }
        // Made aside and moved into its place whole: another test run may be doing the same, and this one may fail.
        using var making = new TemporaryFolder(RepositoryFiles.PathOf("artifacts/tone-data"));
        var fresh = making["data"];
        using var models = new TemporaryFolder();
        await MakeFilesAsync(models.Path, CancellationToken.None);
        var installer = new ModelInstaller(new ModelStore(fresh), ModelCatalogue.Default);
        await installer.PullLibraryAsync(mirror: null, progress: null, CancellationToken.None);
        foreach (var name in (string[])[.. Offline, Whisper, .. Online])
        {
            await installer.AddAsync(models[name], name, name == Whisper ? ["en", "de"] : ["en"], progress: null, CancellationToken.None);
        }
        try
        {
            Directory.Move(fresh, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another run was quicker.
        }
        return target;
    }
}
