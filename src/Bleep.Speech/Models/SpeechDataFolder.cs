namespace Bleep.Speech.Models;

/// <summary>Where models and the native library are kept.</summary>
public static class SpeechDataFolder
{
    /// <summary>Environment variable that names the folder where it is not the usual one.</summary>
    public const string Variable = "BLEEP_DATA";

    /// <summary>
    /// The folder: the one given, else the environment's, else the user's own (<c>$XDG_DATA_HOME/bleep</c>, by default
    /// <c>~/.local/share/bleep</c>; the local application data on Windows, Application Support on macOS). It need not exist.
    /// </summary>
    /// <param name="given">A folder the user named, or null.</param>
    public static string Locate(string? given)
    {
        var folder = given ?? Environment.GetEnvironmentVariable(Variable);
        // The framework follows XDG_DATA_HOME on Linux.
        return string.IsNullOrEmpty(folder)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "bleep")
            : Path.GetFullPath(folder);
    }
}
