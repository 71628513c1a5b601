using Bleep.Server.Storage;

namespace Bleep.Server.Hosting;

/// <summary>Keeps a second server out of a data folder; gone with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="IOException">Another server has it, or the folder cannot be written.</exception>
    public static FolderLock Take(DataFolder folder)
    {
        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder.FullPath, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new IOException("the data folder is in use by another server, or cannot be written; name another with --data", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
