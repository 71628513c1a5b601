using Bleep.Server.Streaming.Audio;
using Bleep.Speech;

namespace Bleep.Server.Streaming;

/// <summary>Takes a client's sound to the engine: decodes, gathers short pieces, brings it to the engine's rate. Used by one task.</summary>
/// <param name="parameters">How the sound comes.</param>
/// <param name="engine">The engine's session, ready or still opening.</param>
/// <param name="sound">Sends the sound back redacted; null when nobody asked.</param>
internal sealed class AudioIntake(StreamingParameters parameters, Task<IStreamingSession> engine, RedactedSound? sound)
{
    private static readonly TimeSpan s_maxPiece = TimeSpan.FromSeconds(1);

    private readonly PcmInput _input = new(parameters.Encoding);
    private readonly Resampler _resampler = new(parameters.SampleRateHz, ISpeechAudio.RequiredSampleRateHz);
    private readonly List<short> _waiting = [];
    private long _samples;

    /// <summary>Length of the sound so far.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds((double)Interlocked.Read(ref _samples) / parameters.SampleRateHz);

    /// <summary>Takes a message. Waits while the engine is behind.</summary>
    /// <param name="piece">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StreamingException">It is too long.</exception>
    public async Task AddAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (TimeSpan.FromSeconds((double)(piece.Length / _input.BytesPerSample) / parameters.SampleRateHz) > s_maxPiece)
        {
            throw new StreamingException(StreamingErrors.ChunkDuration, "Audio must come in pieces of 50 to 1000 ms");
        }
        await TakeAsync(_input.Add(piece.Span), isLast: false, cancellationToken);
    }

    /// <summary>Gives the engine what waits for more, before something that counts on it.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task FlushAsync(CancellationToken cancellationToken) => TakeAsync([], isLast: true, cancellationToken);

    /// <summary>Says that no more comes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(_input.Complete(), isLast: true, cancellationToken);
        await (await engine).WriteAsync(_resampler.Complete(), cancellationToken);
        await (await engine).CompleteAsync(cancellationToken);
    }

    private async Task TakeAsync(short[] samples, bool isLast, CancellationToken cancellationToken)
    {
        _waiting.AddRange(samples);
        Interlocked.Add(ref _samples, samples.Length);
        // Flushes of clients may be shorter than the least piece; they are gathered to it.
        if (_waiting.Count == 0 || (!isLast && _waiting.Count < parameters.SampleRateHz / 20))
        {
            return;
        }
        short[] whole = [.. _waiting];
        _waiting.Clear();
        if (sound is not null)
        {
            await sound.AddAsync(whole, cancellationToken);
        }
        await (await engine.WaitAsync(cancellationToken)).WriteAsync(_resampler.Add(whole), cancellationToken);
    }
}
