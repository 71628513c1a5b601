using System.Text.Json.Serialization;
using Bleep.Speech.Sherpa.Native;

namespace Bleep.Speech.Models;

/// <summary>The native library in the data folder.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Files">Its files, the one that is loaded first.</param>
/// <param name="Sha256">SHA-256 of every file in lower-case hexadecimal, recorded when it was installed.</param>
internal sealed record InstalledLibrary(string Version, IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> Sha256)
{
    /// <summary>Name of the file that describes it, in its folder.</summary>
    public const string ManifestName = "bleep-library.json";

    /// <summary>Where it lies.</summary>
    [JsonIgnore]
    public string Folder { get; init; } = "";

    /// <summary>Path of the file to load.</summary>
    [JsonIgnore]
    public string MainPath => Path.Combine(Folder, Files[0]);

    /// <summary>Where the library of this build's version lies, or would lie.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "engines", $"sherpa-onnx-{SherpaLibrary.Version}");

    /// <summary>Reads the description in a folder; null when there is none.</summary>
    public static InstalledLibrary? TryRead(string folder)
    {
        var library = ModelJson.TryRead(Path.Combine(folder, ManifestName), ModelJson.Default.InstalledLibrary);
        bool isSound = library is not null && library.Files.Count > 0 && library.Files.All(library.Sha256.ContainsKey)
            && library.Files.All(file => Path.GetFileName(file) == file);
        return isSound ? library! with { Folder = folder } : null;
    }

    /// <summary>Finds the library.</summary>
    /// <exception cref="SpeechException">It is not installed.</exception>
    public static InstalledLibrary Locate(string dataFolder) => TryRead(FolderIn(dataFolder))
        ?? throw new SpeechException(SpeechErrorKind.EngineMissing, "the sherpa-onnx library is not installed; run: bleep models pull sherpa-onnx");

    /// <summary>Checks that the files are those that were installed.</summary>
    /// <exception cref="SpeechException">One is missing or another one.</exception>
    public void Check()
    {
        foreach (var (file, hash) in Sha256)
        {
            if (!FileHash.Matches(Path.Combine(Folder, file), hash))
            {
                throw new SpeechException(
                    SpeechErrorKind.EngineMissing, "a file of the sherpa-onnx library is missing or was changed; run: bleep models pull sherpa-onnx");
            }
        }
    }
}
