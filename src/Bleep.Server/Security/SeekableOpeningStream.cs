namespace Bleep.Server.Security;

/// <summary>
/// Opens sealed content at any place, a chunk at a time. The last chunk is opened before anything is handed out: it alone proves the length.
/// </summary>
internal sealed class SeekableOpeningStream : Stream
{
    private readonly Stream _source;
    private readonly ChunkCipher _cipher;
    private readonly long _begin;
    private readonly long _chunks;
    private readonly byte[] _sealed = new byte[SealFormat.SealedChunkBytes];
    private readonly byte[] _content = new byte[SealFormat.ChunkBytes];
    private long _held = -1;
    private int _heldLength;
    private bool _isEndProven;
    private long _position;

    /// <param name="source">The sealed bytes, standing behind the header; closed with this.</param>
    /// <param name="cipher">The object's cipher; disposed of with this.</param>
    /// <exception cref="SealException">No content has this length when sealed.</exception>
    public SeekableOpeningStream(Stream source, ChunkCipher cipher)
    {
        _source = source;
        _cipher = cipher;
        _begin = source.Position;
        Length = SealFormat.ContentLength(source.Length - _begin + SealHeader.Bytes);
        _chunks = SealFormat.ChunksOf(Length);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
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
        while (NextToOpen() is { } index)
        {
            var chunk = _sealed.AsSpan(0, Find(index));
            _source.ReadExactly(chunk);
            Open(index, chunk);
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
        while (NextToOpen() is { } index)
        {
            var chunk = _sealed.AsMemory(0, Find(index));
            await _source.ReadExactlyAsync(chunk, cancellationToken);
            Open(index, chunk.Span);
        }
        return Give(buffer.Span);
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => checked(_position + offset),
        SeekOrigin.End => checked(Length + offset),
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cipher.Dispose();
            _source.Dispose();
            Array.Clear(_content);
        }
        base.Dispose(disposing);
    }

    private long? NextToOpen()
    {
        if (!_isEndProven)
        {
            return _chunks - 1;
        }
        long wanted = _position / SealFormat.ChunkBytes;
        return _position < Length && wanted != _held ? wanted : null;
    }

    private int Find(long index)
    {
        // What is held is gone even if the reading fails half-way.
        _held = -1;
        _source.Position = _begin + (index * SealFormat.SealedChunkBytes);
        return (int)Math.Min(SealFormat.ChunkBytes, Length - (index * SealFormat.ChunkBytes)) + SealFormat.TagBytes;
    }

    private void Open(long index, ReadOnlySpan<byte> chunk)
    {
        bool isLast = index == _chunks - 1;
        _heldLength = _cipher.Open(index, isLast, chunk, _content);
        _held = index;
        _isEndProven |= isLast;
    }

    private int Give(Span<byte> buffer)
    {
        if (_position >= Length)
        {
            return 0;
        }
        int begin = (int)(_position - (_held * SealFormat.ChunkBytes));
        int given = Math.Min(buffer.Length, _heldLength - begin);
        _content.AsSpan(begin, given).CopyTo(buffer);
        _position += given;
        return given;
    }
}
