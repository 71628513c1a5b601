namespace Bleep.Media.Decoding;

/// <summary>Raw samples, little-endian, read forward once.</summary>
internal interface ISampleSource : IAsyncDisposable
{
    /// <summary>Reads whole frames.</summary>
    /// <param name="buffer">Room for at least one frame.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Bytes read, a multiple of a frame; zero at the end.</returns>
    /// <exception cref="MediaException">The decoder failed, or the track has no sample.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}
