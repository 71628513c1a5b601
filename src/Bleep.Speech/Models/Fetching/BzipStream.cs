using ICSharpCode.SharpZipLib.BZip2;

namespace Bleep.Speech.Models.Fetching;

/// <summary>Reads bzip2 files, also those that parallel packers write as several streams one after the other.</summary>
/// <param name="file">The packed file; it can seek. Not closed.</param>
internal sealed class BzipStream(Stream file) : Stream
{
    private BZip2InputStream? _current;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            if (_current is null)
            {
                if (file.Position >= file.Length)
                {
                    return 0;
                }
                _current = new BZip2InputStream(file) { IsStreamOwner = false };
            }
            int read = _current.Read(buffer, offset, count);
            if (read > 0 || count == 0)
            {
                return read;
            }
            _current.Dispose();
            _current = null;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _current?.Dispose();
        base.Dispose(disposing);
    }
}
