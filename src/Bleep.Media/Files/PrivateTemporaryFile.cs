namespace Bleep.Media.Files;

/// <summary>Temporary files for unredacted content: readable by the owner only, and without a name where the system allows it.</summary>
internal static class PrivateTemporaryFile
{
    /// <summary>Makes an empty file that is gone when the stream is closed, or when this process ends for any reason.</summary>
    /// <param name="folder">Where; null means the system's folder for temporary files.</param>
    public static FileStream Create(string? folder)
    {
        var path = Path.Combine(folder ?? Path.GetTempPath(), $".bleep-{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options |= FileOptions.DeleteOnClose;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        if (!OperatingSystem.IsLinux())
        {
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }
        var stream = new FileStream(path, options);
        File.Delete(path);
        return stream;
    }
}
