namespace Bleep.Outputs;

/// <summary>
/// A hidden folder for unfinished outputs that only the owner may read, with a lock beside it that the system lets go when this
/// process ends, however it ends. A later run tells by the lock that nobody uses the folder any more.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private const string Prefix = ".bleep-";
    private const string LockSuffix = ".lock";
    private const int MostAttempts = 3;

    private readonly FileStream _lock;

    private StagingFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one.</summary>
    /// <param name="parent">Full path of the folder to make it in.</param>
    public static StagingFolder Create(string parent)
    {
        for (int attempt = 1; ; attempt++)
        {
            string path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
            FileStream held;
            try
            {
                held = OpenLock(path + LockSuffix, FileMode.CreateNew);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // Somebody who looks for leftovers may have locked the file in the moment before its maker did.
                continue;
            }
            try
            {
                MakeFolder(path);
                return new StagingFolder(path, held);
            }
            catch
            {
                File.Delete(held.Name);
                held.Dispose();
                throw;
            }
        }
    }

    /// <summary>Removes the folders of runs that were killed; those in use stay.</summary>
    /// <param name="parent">Folder to look in, not in those below it.</param>
    /// <returns>How many were removed.</returns>
    public static int RemoveAbandoned(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return 0;
        }
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(parent, $"{Prefix}*{LockSuffix}", options).Count(RemoveIfAbandoned);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
        Release(_lock);
    }

    private static bool RemoveIfAbandoned(string lockPath)
    {
        string path = lockPath[..^LockSuffix.Length];
        if (!Guid.TryParseExact(System.IO.Path.GetFileName(path)[Prefix.Length..], "N", out _))
        {
            return false;
        }
        try
        {
            using var held = OpenLock(lockPath, FileMode.Open);
            if (!LocksHold(lockPath))
            {
                return false;
            }
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            Release(held);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // In use, another user's, or another run was quicker.
            return false;
        }
    }

    // Some network file systems grant every lock to everybody; there nothing can be told from one.
    private static bool LocksHold(string lockPath)
    {
        try
        {
            OpenLock(lockPath, FileMode.Open).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static FileStream OpenLock(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }

    private static void Release(FileStream held)
    {
        // Windows does not delete an open file, other systems should not leave a moment in which it is unlocked and there.
        if (OperatingSystem.IsWindows())
        {
            held.Dispose();
        }
        File.Delete(held.Name);
        held.Dispose();
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
