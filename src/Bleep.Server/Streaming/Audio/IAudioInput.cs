namespace Bleep.Server.Streaming.Audio;

/// <summary>Turns a client's messages into samples, mono. Used by one task, but for the samples, which may come out on another.</summary>
internal interface IAudioInput : IAsyncDisposable
{
    /// <summary>Takes a message.</summary>
    /// <param name="piece">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StreamingException">It is too long, or no such sound.</exception>
    Task AddAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken);

    /// <summary>Says that no more comes; returns when the last sample has come out.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StreamingException">It was no such sound.</exception>
    Task CompleteAsync(CancellationToken cancellationToken);
}
