namespace Bleep.Media;

/// <summary>The user's own ffmpeg and ffprobe, and the means to limit what they may use.</summary>
public sealed class MediaTools
{
    /// <summary>Names the programs by their paths.</summary>
    /// <param name="ffmpegPath">Full path of ffmpeg.</param>
    /// <param name="ffprobePath">Full path of ffprobe.</param>
    public MediaTools(string ffmpegPath, string ffprobePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(ffmpegPath);
        ArgumentException.ThrowIfNullOrEmpty(ffprobePath);
        FfmpegPath = ffmpegPath;
        FfprobePath = ffprobePath;
        PrlimitPath = OperatingSystem.IsLinux() ? Find("prlimit", Environment.GetEnvironmentVariable("PATH")) : null;
    }

    /// <summary>Full path of ffmpeg.</summary>
    public string FfmpegPath { get; }

    /// <summary>Full path of ffprobe.</summary>
    public string FfprobePath { get; }

    /// <summary>Full path of prlimit, which sets the memory limit of a child; null where the system has none.</summary>
    internal string? PrlimitPath { get; }

    /// <summary>Finds both programs on the search path.</summary>
    /// <exception cref="MediaToolMissingException">One of them is not there.</exception>
    public static MediaTools Locate() => Locate(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Finds both programs in the folders given.</summary>
    /// <param name="searchPath">Folders, divided as the system divides PATH; null or empty has none.</param>
    /// <exception cref="MediaToolMissingException">One of them is not there.</exception>
    public static MediaTools Locate(string? searchPath) => new(
        Find("ffmpeg", searchPath) ?? throw new MediaToolMissingException("ffmpeg"),
        Find("ffprobe", searchPath) ?? throw new MediaToolMissingException("ffprobe"));

    private static string? Find(string program, string? searchPath)
    {
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        foreach (var folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // A relative entry would make what runs depend on the folder the user stands in.
            if (!Path.IsPathFullyQualified(folder))
            {
                continue;
            }
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && IsExecutable(path))
            {
                return path;
            }
        }
        return null;
    }

    private static bool IsExecutable(string path) => OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
