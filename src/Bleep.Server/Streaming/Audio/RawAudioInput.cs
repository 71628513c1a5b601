namespace Bleep.Server.Streaming.Audio;

/// <summary>PCM and μ-law, in pieces of a second at most.</summary>
/// <param name="encoding">Which of them.</param>
/// <param name="sampleRateHz">Samples a second.</param>
/// <param name="put">Takes the samples.</param>
internal sealed class RawAudioInput(AudioEncoding encoding, int sampleRateHz, Func<short[], CancellationToken, Task> put) : IAudioInput
{
    private readonly PcmInput _input = new(encoding);

    /// <inheritdoc/>
    public Task AddAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) =>
        piece.Length / _input.BytesPerSample > sampleRateHz
            ? throw new StreamingException(StreamingErrors.ChunkDuration, "Audio must come in pieces of 50 to 1000 ms")
            : put(_input.Add(piece.Span), cancellationToken);

    /// <inheritdoc/>
    public Task CompleteAsync(CancellationToken cancellationToken) => put(_input.Complete(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
