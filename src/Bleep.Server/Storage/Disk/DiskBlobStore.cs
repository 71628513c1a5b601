using System.Runtime.CompilerServices;

namespace Bleep.Server.Storage.Disk;

/// <summary>
/// Objects as files: <c>blobs/KIND/2 HEX/ID</c> under the data folder, only for the server's own user. They are written in <c>tmp</c>,
/// flushed and renamed, so that one is there whole or not at all, even after a power cut.
/// </summary>
public sealed class DiskBlobStore : IBlobStore
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;
    private const int BufferSizeBytes = 64 * 1024;

    private readonly TimeProvider _time;
    private readonly string _blobs;
    private readonly string _temporary;

    /// <summary>Makes the folders and removes what writing left behind that a crash cut off.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="time">The clock of <see cref="BlobInfo.StoredAt"/>.</param>
    /// <exception cref="IOException">The folders cannot be made.</exception>
    public DiskBlobStore(string dataFolder, TimeProvider time)
    {
        _time = time;
        _blobs = Path.Combine(dataFolder, "blobs");
        _temporary = Path.Combine(dataFolder, "tmp");
        MakeFolder(_blobs);
        MakeFolder(_temporary);
        RemoveLeftovers(DateTime.MaxValue, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task<long> PutAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        string temporary = Path.Combine(_temporary, Guid.NewGuid().ToString("N"));
        try
        {
            long size;
            await using (var file = Create(temporary))
            {
                await write(file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
                size = file.Length;
            }
            File.SetLastWriteTimeUtc(temporary, _time.GetUtcNow().UtcDateTime);
            cancellationToken.ThrowIfCancellationRequested();
            string path = PathOf(name);
            string folder = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(folder))
            {
                MakeFolder(folder);
                FolderSync.Flush(Path.GetDirectoryName(folder)!);
                FolderSync.Flush(_blobs);
            }
            File.Move(temporary, path, overwrite: true);
            FolderSync.Flush(folder);
            return size;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                BufferSize = BufferSizeBytes,
            }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            return Task.FromResult(false);
        }
        File.Delete(path);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobInfo> ListAsync(BlobKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Path.Combine(_blobs, BlobName.FolderOf(kind)));
        if (!folder.Exists)
        {
            yield break;
        }
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Guid.TryParseExact(file.Name, "N", out var id) && Describe(file, new BlobName(kind, id)) is { } info)
            {
                yield return info;
            }
        }
        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> RemoveLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(RemoveLeftovers(before.UtcDateTime, cancellationToken));

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        string temporary = Path.Combine(_temporary, Guid.NewGuid().ToString("N"));
        try
        {
            await using var file = Create(temporary);
            await file.WriteAsync("ok"u8.ToArray(), cancellationToken);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException("the data folder cannot be written to", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static BlobInfo? Describe(FileInfo file, BlobName name)
    {
        try
        {
            return new BlobInfo(name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
        }
        catch (FileNotFoundException)
        {
            return null; // Removed since it was listed.
        }
    }

    // Not shared: the lock that this takes tells a file that is being written from one that a crash left.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = BufferSizeBytes,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode600;
        }
        return new FileStream(path, options);
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        // One by one: the mode counts only for the last folder of a path.
        if (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent))
        {
            MakeFolder(parent);
        }
        Directory.CreateDirectory(path, FolderMode700);
    }

    private int RemoveLeftovers(DateTime before, CancellationToken cancellationToken)
    {
        int removed = 0;
        foreach (var file in new DirectoryInfo(_temporary).EnumerateFiles())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < before && !IsOpen(file))
            {
                file.Delete();
                removed++;
            }
        }
        return removed;
    }

    private static bool IsOpen(FileInfo file)
    {
        try
        {
            using var probe = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return true; // Done since it was listed.
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string PathOf(BlobName name)
    {
        string id = name.Id.ToString("N");
        return Path.Combine(_blobs, BlobName.FolderOf(name.Kind), id[..2], id);
    }
}
