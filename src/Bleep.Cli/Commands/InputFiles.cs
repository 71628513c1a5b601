using Bleep.Outputs;

namespace Bleep.Cli.Commands;

/// <summary>Turns what a user names into recordings: files as they are, folders into the media in them.</summary>
internal static class InputFiles
{
    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg", ".oga", ".opus", ".webm", ".amr", ".mp4", ".m4v", ".mov", ".mkv", ".mka",
        ".3gp", ".3g2",
    };

    /// <summary>Finds the recordings.</summary>
    /// <param name="named">Files and folders as the user named them.</param>
    /// <param name="outFolder">Folder for all outputs, or null to put each beside its input.</param>
    /// <param name="failed">Told of each name that gives no recording.</param>
    /// <returns>Each recording once, with the folder for its outputs.</returns>
    public static List<(string InputPath, string OutputFolder)> Expand(IEnumerable<string> named, string? outFolder, Action<string, string> failed)
    {
        var found = new List<(string, string)>();
        var seen = new HashSet<string>();
        foreach (string name in named)
        {
            if (!Directory.Exists(name))
            {
                Add(name, outFolder ?? FolderOf(name));
                continue;
            }
            string[] files;
            try
            {
                files = MediaIn(name);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failed(name, "the folder cannot be read; check its permissions");
                continue;
            }
            if (files.Length == 0)
            {
                failed(name, "the folder holds no audio or video; name a file or another folder");
            }
            foreach (string file in files)
            {
                // Outputs keep the folders of their inputs, so that equal names of different folders stay apart.
                string below = Path.GetRelativePath(name, FolderOf(file));
                Add(file, outFolder is null ? FolderOf(file) : below == "." ? outFolder : Path.Combine(outFolder, below));
            }
        }
        return found;

        void Add(string path, string folder)
        {
            if (seen.Add(Path.GetFullPath(path)))
            {
                found.Add((path, folder));
            }
        }
    }

    private static string[] MediaIn(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden };
        return
        [
            .. new System.IO.Enumeration.FileSystemEnumerable<string>(folder, (ref System.IO.Enumeration.FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
            {
                ShouldIncludePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) =>
                    !entry.IsDirectory && s_extensions.Contains(Path.GetExtension(entry.FileName).ToString()) && !OutputNames.IsOutput(entry.FileName.ToString()),
                // A link to a folder above would never end.
                ShouldRecursePredicate = (ref System.IO.Enumeration.FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            }.Order(StringComparer.Ordinal),
        ];
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
