namespace Bleep.Server.Security;

/// <summary>Opens sealed content from its begin to its end, from a source that cannot seek.</summary>
/// <param name="source">The sealed bytes behind the header; closed with this.</param>
/// <param name="cipher">The object's cipher; disposed of with this.</param>
internal sealed class OpeningStream(Stream source, ChunkCipher cipher) : Stream
{
    // One byte more than a chunk tells whether another one follows.
    private readonly byte[] _sealed = new byte[SealFormat.SealedChunkBytes + 1];
    private readonly byte[] _content = new byte[SealFormat.ChunkBytes];
    private int _ahead;
    private int _position;
    private int _length;
    private long _index;
    private bool _isLast;

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
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!buffer.IsEmpty && _position == _length && !_isLast)
        {
            int wanted = _sealed.Length - _ahead;
            Open(source.ReadAtLeast(_sealed.AsSpan(_ahead), wanted, throwOnEndOfStream: false));
        }
        return Give(buffer);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!buffer.IsEmpty && _position == _length && !_isLast)
        {
            int wanted = _sealed.Length - _ahead;
            Open(await source.ReadAtLeastAsync(_sealed.AsMemory(_ahead), wanted, throwOnEndOfStream: false, cancellationToken));
        }
        return Give(buffer.Span);
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
    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            source.Dispose();
            Array.Clear(_content);
        }
        base.Dispose(disposing);
    }

    private void Open(int read)
    {
        int available = _ahead + read;
        bool isLast = available <= SealFormat.SealedChunkBytes;
        // Set only when it has opened: a second read after a failure fails again.
        int length = cipher.Open(_index, isLast, _sealed.AsSpan(0, Math.Min(available, SealFormat.SealedChunkBytes)), _content);
        if (length == 0 && _index > 0)
        {
            throw SealFormat.Changed();
        }
        (_position, _length, _isLast) = (0, length, isLast);
        _index++;
        _ahead = isLast ? 0 : 1;
        _sealed[0] = _sealed[SealFormat.SealedChunkBytes];
    }

    private int Give(Span<byte> buffer)
    {
        int given = Math.Min(buffer.Length, _length - _position);
        _content.AsSpan(_position, given).CopyTo(buffer);
        _position += given;
        return given;
    }
}
