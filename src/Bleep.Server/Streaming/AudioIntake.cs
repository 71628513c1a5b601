using Bleep.Media;
using Bleep.Server.Streaming.Audio;
using Bleep.Speech;

namespace Bleep.Server.Streaming;

/// <summary>Takes a client's sound to the engine: decodes, gathers short pieces, brings it to the engine's rate.</summary>
internal sealed class AudioIntake : IAsyncDisposable
{
    private readonly StreamingParameters _parameters;
    private readonly Task<IStreamingSession> _engine;
    private readonly RedactedSound? _sound;
    private readonly IAudioInput _input;
    private readonly Resampler _resampler;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<short> _waiting = [];
    private long _samples;

    /// <param name="parameters">How the sound comes.</param>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="engine">The engine's session, ready or still opening.</param>
    /// <param name="sound">Sends the sound back redacted; null when nobody asked.</param>
    public AudioIntake(StreamingParameters parameters, MediaTools tools, Task<IStreamingSession> engine, RedactedSound? sound)
    {
        _parameters = parameters;
        _engine = engine;
        _sound = sound;
        _resampler = new Resampler(parameters.SampleRateHz, ISpeechAudio.RequiredSampleRateHz);
        _input = parameters.Encoding is AudioEncoding.PcmS16Le or AudioEncoding.PcmMuLaw
            ? new RawAudioInput(parameters.Encoding, parameters.SampleRateHz, PutAsync)
            : new CodedAudioInput(parameters.Encoding, tools, parameters.SampleRateHz, PutAsync);
    }

    /// <summary>Length of the sound so far.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds((double)Interlocked.Read(ref _samples) / _parameters.SampleRateHz);

    /// <summary>Takes a message. Waits while the engine is behind.</summary>
    /// <param name="piece">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StreamingException">It is too long, or no such sound.</exception>
    public Task AddAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) => _input.AddAsync(piece, cancellationToken);

    /// <summary>Gives the engine what waits for more, before something that counts on it.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task FlushAsync(CancellationToken cancellationToken) => TakeAsync([], isLast: true, cancellationToken);

    /// <summary>Says that no more comes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _input.CompleteAsync(cancellationToken);
        await FlushAsync(cancellationToken);
        var engine = await _engine.WaitAsync(cancellationToken);
        await engine.WriteAsync(_resampler.Complete(), cancellationToken);
        await engine.CompleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _input.DisposeAsync();
        _gate.Dispose();
    }

    private Task PutAsync(short[] samples, CancellationToken cancellationToken) => TakeAsync(samples, isLast: false, cancellationToken);

    private async Task TakeAsync(short[] samples, bool isLast, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _waiting.AddRange(samples);
            Interlocked.Add(ref _samples, samples.Length);
            // Flushes of clients may be shorter than the least piece; they are gathered to it.
            if (_waiting.Count == 0 || (!isLast && _waiting.Count < _parameters.SampleRateHz / 20))
            {
                return;
            }
            short[] whole = [.. _waiting];
            _waiting.Clear();
            if (_sound is not null)
            {
                await _sound.AddAsync(whole, cancellationToken);
            }
            await (await _engine.WaitAsync(cancellationToken)).WriteAsync(_resampler.Add(whole), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
