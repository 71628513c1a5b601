namespace Bleep.Server.Security;

/// <summary>Seals what is written to it. A full chunk waits until more comes, as only the last one may be marked as the last.</summary>
/// <param name="target">Takes the sealed bytes; stays open.</param>
/// <param name="header">The object's header.</param>
/// <param name="cipher">The object's cipher; disposed of with this.</param>
internal sealed class SealingStream(Stream target, SealHeader header, ChunkCipher cipher) : Stream
{
    private readonly byte[] _content = new byte[SealFormat.ChunkBytes];
    private readonly byte[] _sealed = new byte[SealHeader.Bytes + SealFormat.SealedChunkBytes];
    private int _length;
    private long _index;
    private bool _isClosed;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_isClosed;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        while (!buffer.IsEmpty)
        {
            if (_length == SealFormat.ChunkBytes)
            {
                Emit(Take(isLast: false));
            }
            int taken = Fill(buffer);
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        while (!buffer.IsEmpty)
        {
            if (_length == SealFormat.ChunkBytes)
            {
                await EmitAsync(Take(isLast: false), cancellationToken);
            }
            int taken = Fill(buffer.Span);
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc/>
    public override void Flush() => target.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!_isClosed)
        {
            await EmitAsync(Take(isLast: true), CancellationToken.None);
            End();
        }
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            Emit(Take(isLast: true));
            End();
        }
        base.Dispose(disposing);
    }

    private int Fill(ReadOnlySpan<byte> content)
    {
        int taken = Math.Min(content.Length, SealFormat.ChunkBytes - _length);
        content[..taken].CopyTo(_content.AsSpan(_length));
        _length += taken;
        return taken;
    }

    private Memory<byte> Take(bool isLast)
    {
        int begin = 0;
        if (_index == 0)
        {
            header.Write(_sealed);
            begin = SealHeader.Bytes;
        }
        cipher.Seal(_index++, isLast, _content.AsSpan(0, _length), _sealed.AsSpan(begin));
        var taken = _sealed.AsMemory(0, begin + _length + SealFormat.TagBytes);
        _length = 0;
        return taken;
    }

    private void Emit(Memory<byte> chunk)
    {
        try
        {
            target.Write(chunk.Span);
        }
        catch
        {
            End();
            throw;
        }
    }

    private async ValueTask EmitAsync(Memory<byte> chunk, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(chunk, cancellationToken);
        }
        catch
        {
            End();
            throw;
        }
    }

    // A chunk that did not arrive must not be followed by an end that makes the rest look whole.
    private void End()
    {
        _isClosed = true;
        cipher.Dispose();
        Array.Clear(_content);
    }
}
