namespace Bleep.Media.Files;

/// <summary>The bytes of the input: the user's own file held open, or an unlinked copy of a stream.</summary>
internal sealed class SourceFile : IDisposable
{
    private const int CopyBufferBytes = 128 * 1024;

    private readonly FileStream _stream;

    private SourceFile(FileStream stream)
    {
        _stream = stream;
        Length = stream.Length;
    }

    /// <summary>Size in bytes when it was opened.</summary>
    public long Length { get; }

    /// <summary>A path under which a child process can open the file.</summary>
    public string ToolPath => ToolPaths.Of(_stream);

    /// <summary>Opens a file of the user's.</summary>
    public static async Task<SourceFile> OpenAsync(string path, MediaLimits limits, CancellationToken cancellationToken)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new MediaException(MediaErrorKind.Unreadable, "The file cannot be read.", error);
        }
        if (!stream.CanSeek)
        {
            // A pipe or a device: read once, so it is kept like any other stream.
            await using (stream)
            {
                return await CopyAsync(stream, limits, cancellationToken);
            }
        }
        return Checked(stream, limits);
    }

    /// <summary>Copies a stream to a file that has no name.</summary>
    public static async Task<SourceFile> CopyAsync(Stream source, MediaLimits limits, CancellationToken cancellationToken)
    {
        FileStream copy;
        try
        {
            copy = PrivateTemporaryFile.Create(limits.TemporaryFolder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(MediaErrorKind.NotWritable, "The folder for temporary files cannot be written.", error);
        }
        try
        {
            var buffer = new byte[CopyBufferBytes];
            long total = 0;
            while (true)
            {
                int read;
                try
                {
                    read = await source.ReadAsync(buffer, cancellationToken);
                }
                catch (IOException error)
                {
                    throw new MediaException(MediaErrorKind.Unreadable, "The input ended with an error.", error);
                }
                if (read == 0)
                {
                    break;
                }
                total += read;
                if (total > limits.MaxBytes)
                {
                    throw new MediaException(MediaErrorKind.TooLarge);
                }
                try
                {
                    await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
                catch (IOException error)
                {
                    throw new MediaException(MediaErrorKind.NotWritable, "The folder for temporary files is full.", error);
                }
            }
            return Checked(copy, limits);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads bytes at a place; fewer than asked for only at the end.</summary>
    public async ValueTask<int> ReadAtAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int total = 0;
        try
        {
            while (total < buffer.Length)
            {
                int read = await RandomAccess.ReadAsync(_stream.SafeFileHandle, buffer[total..], offset + total, cancellationToken);
                if (read == 0)
                {
                    break;
                }
                total += read;
            }
        }
        catch (IOException error)
        {
            throw new MediaException(MediaErrorKind.Unreadable, "The file cannot be read.", error);
        }
        return total;
    }

    public void Dispose() => _stream.Dispose();

    private static SourceFile Checked(FileStream stream, MediaLimits limits)
    {
        var kind = stream.Length == 0 ? MediaErrorKind.Empty
            : stream.Length > limits.MaxBytes ? MediaErrorKind.TooLarge
            : (MediaErrorKind?)null;
        if (kind is null)
        {
            return new SourceFile(stream);
        }
        stream.Dispose();
        throw new MediaException(kind.Value);
    }
}
