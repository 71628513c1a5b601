namespace Bleep.Media.Files;

/// <summary>
/// A file that appears whole or not at all: it is written under a temporary name beside the target, and takes the target's
/// name when committed. Disposing without <see cref="Commit"/> removes it.
/// </summary>
public sealed class AtomicOutputFile : IAsyncDisposable, IDisposable
{
    private readonly FileStream _stream;
    private bool _committed;
    private bool _disposed;

    private AtomicOutputFile(string targetPath, string temporaryPath, FileStream stream)
    {
        TargetPath = targetPath;
        TemporaryPath = temporaryPath;
        _stream = stream;
    }

    /// <summary>Full path that the file takes when committed.</summary>
    public string TargetPath { get; }

    /// <summary>Full path until then, in the same folder.</summary>
    public string TemporaryPath { get; }

    /// <summary>Where to write; seekable.</summary>
    public Stream Stream => _stream;

    /// <summary>A path under which a child process can open the file to write it.</summary>
    internal string ToolPath => ToolPaths.Of(_stream);

    /// <summary>Makes the temporary file.</summary>
    /// <param name="targetPath">Path of the file to be; its folder must exist.</param>
    /// <exception cref="MediaException">The folder cannot be written.</exception>
    public static AtomicOutputFile Create(string targetPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetPath);
        var target = Path.GetFullPath(targetPath);
        // The name tells nothing of the target's, which may be a person's.
        var temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".bleep-{Guid.NewGuid():N}.part");
        try
        {
            var stream = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                // The child process that writes the file opens it a second time.
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            });
            return new AtomicOutputFile(target, temporary, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(MediaErrorKind.NotWritable, "The output cannot be written to this folder.", error);
        }
    }

    /// <summary>Gives the file its name, in place of any file that had it.</summary>
    /// <exception cref="MediaException">The name cannot be given.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _stream.Dispose();
        try
        {
            File.Move(TemporaryPath, TargetPath, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(MediaErrorKind.NotWritable, "The output cannot be given its name.", error);
        }
        _committed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        _stream.Dispose();
        if (!_committed)
        {
            File.Delete(TemporaryPath);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
