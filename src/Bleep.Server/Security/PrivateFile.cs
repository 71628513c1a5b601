namespace Bleep.Server.Security;

/// <summary>Files that their owner alone may read (mode 0600), written whole or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Exposed = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;

    /// <summary>Writes a file, in place of one that is there.</summary>
    /// <param name="path">Its path; the folder exists.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Publish(path, content, overwrite: true);

    /// <summary>Writes a file unless there is one already, decided in one step against other processes.</summary>
    /// <param name="path">Its path; the folder exists.</param>
    /// <param name="content">Its content.</param>
    /// <returns>False when there was one; it is left as it is.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static bool TryWriteNew(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Publish(path, content, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    /// <summary>True when others than the owner could read or change it. Its group may read it, as container platforms mount secrets so.</summary>
    /// <param name="path">A file.</param>
    public static bool IsExposed(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Exposed) != 0;

    private static void Publish(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        string partial = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }
            using (var file = new FileStream(partial, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
