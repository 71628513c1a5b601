namespace Bleep.Speech.Models;

/// <summary>The models in a data folder. Reading is cheap and needs no lock: models appear and go whole.</summary>
/// <param name="dataFolder">The data folder; need not exist.</param>
public sealed class ModelStore(string dataFolder)
{
    /// <summary>The data folder.</summary>
    public string DataFolder => dataFolder;

    /// <summary>True when the native library is installed.</summary>
    public bool HasLibrary => InstalledLibrary.TryRead(InstalledLibrary.FolderIn(dataFolder)) is not null;

    internal string ModelsFolder => Path.Combine(dataFolder, "models");

    /// <summary>True for a name a model may have; it is also the name of its folder.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(name[0])
        && name.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit is '.' or '-' or '_');

    /// <summary>All models whose description can be read, the best first.</summary>
    public IReadOnlyList<InstalledModel> List()
    {
        if (!Directory.Exists(ModelsFolder))
        {
            return [];
        }
        return [.. Directory.EnumerateDirectories(ModelsFolder)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(IsName)
            .Select(Find)
            .OfType<InstalledModel>()
            .OrderByDescending(model => model.Rank)
            .ThenBy(model => model.Name, StringComparer.Ordinal)];
    }

    /// <summary>Finds a model by name, in any case; null when it is not installed or its description is damaged.</summary>
    public InstalledModel? Find(string name)
    {
        name = name.ToLowerInvariant();
        return IsName(name) ? Read(Path.Combine(ModelsFolder, name)) : null;
    }

    /// <summary>Removes a model, damaged or not.</summary>
    /// <returns>False when there is none of this name.</returns>
    /// <exception cref="IOException">Its files cannot be removed.</exception>
    public bool Remove(string name)
    {
        name = name.ToLowerInvariant();
        var folder = Path.Combine(ModelsFolder, name);
        if (!IsName(name) || !Directory.Exists(folder))
        {
            return false;
        }
        Discard(folder);
        return true;
    }

    /// <summary>Reads the description in a folder; null when it is missing or makes no sense.</summary>
    internal static InstalledModel? Read(string folder)
    {
        var model = ModelJson.TryRead(Path.Combine(folder, InstalledModel.ManifestName), ModelJson.Default.InstalledModel);
        bool isSound = model is not null && IsName(model.Name) && model.Files.Values.All(file => IsPlainFileName(file) && model.Sha256.ContainsKey(file));
        return isSound ? model! with { Folder = folder } : null;
    }

    /// <summary>A new folder to prepare a model in, on the disk where it will stay.</summary>
    internal string CreateStagingFolder()
    {
        var folder = Path.Combine(dataFolder, "incoming", Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Puts a prepared folder in a place; one that is there already goes.</summary>
    internal void Publish(string prepared, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (Directory.Exists(target))
        {
            Discard(target);
        }
        Directory.Move(prepared, target);
    }

    /// <summary>Moves a folder out of the way first, so that nobody finds half of it.</summary>
    private void Discard(string folder)
    {
        var grave = CreateStagingFolder();
        Directory.Move(folder, Path.Combine(grave, "old"));
        Directory.Delete(grave, recursive: true);
    }

    private static bool IsPlainFileName(string file) => file.Length > 0 && Path.GetFileName(file) == file && file is not ("." or "..");
}
