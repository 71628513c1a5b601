namespace Bleep.Server.Streaming;

/// <summary>Places for sessions; there are only so many. Thread-safe.</summary>
/// <param name="options">The server's settings.</param>
internal sealed class StreamSlots(ServerOptions options)
{
    private int _taken;

    /// <summary>Takes a place.</summary>
    /// <returns>Gives it back when disposed.</returns>
    /// <exception cref="StreamingException">All are taken.</exception>
    public IDisposable Take()
    {
        if (Interlocked.Increment(ref _taken) > options.MaxStreams)
        {
            Interlocked.Decrement(ref _taken);
            throw new StreamingException(StreamingErrors.TooMany, "Too many concurrent sessions");
        }
        return new Place(this);
    }

    private sealed class Place(StreamSlots slots) : IDisposable
    {
        private int _isBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isBack, 1) == 0)
            {
                Interlocked.Decrement(ref slots._taken);
            }
        }
    }
}
