namespace Bleep.Server.Security.Outgoing;

/// <summary>Content from elsewhere that may neither grow beyond a size nor stall nor go on for ever.</summary>
/// <param name="response">Its response; disposed of with this.</param>
/// <param name="content">The content.</param>
/// <param name="maxBytes">Most bytes.</param>
/// <param name="limits">Longest times.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LimitedStream(
    HttpResponseMessage response, Stream content, long maxBytes, OutgoingLimits limits, TimeProvider timeProvider) : Stream
{
    private readonly long _begin = timeProvider.GetTimestamp();
    private long _read;

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
        get => _read;
        set => throw new NotSupportedException();
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
        using var patience = new CancellationTokenSource(limits.Stall, timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        int read;
        try
        {
            read = await content.ReadAsync(buffer, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("the host stopped sending");
        }
        // The message of the cause may name the host.
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new IOException("the connection broke before the end of the content");
        }
        _read += read;
        if (_read > maxBytes)
        {
            throw new IOException($"the content is larger than the {maxBytes} bytes allowed");
        }
        if (read > 0 && timeProvider.GetElapsedTime(_begin) > limits.Total)
        {
            throw new IOException("the host sends too slowly");
        }
        return read;
    }

    /// <summary>Not supported: nothing here waits for the network without being asynchronous.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("read asynchronously");

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
        if (disposing)
        {
            response.Dispose();
        }
        base.Dispose(disposing);
    }
}
