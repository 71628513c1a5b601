using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Streaming;

/// <summary>Recognises live audio with an engine that runs in engine hosts, one host a session.</summary>
internal sealed class PooledStreamingRecognizer(EngineInfo info, EngineSpec spec, EngineHostPool pool) : IStreamingRecognizer
{
    /// <inheritdoc/>
    public EngineInfo Info => info;

    /// <inheritdoc/>
    public async Task<IStreamingSession> OpenAsync(StreamingOptions options, CancellationToken cancellationToken)
    {
        Check(options.EndSilence, 0.1, 10, nameof(options.EndSilence));
        Check(options.MaxUtterance, 5, 60, nameof(options.MaxUtterance));
        Check(options.PartialInterval, 0.1, 5, nameof(options.PartialInterval));
        var message = JobMessages.Of(info, options.Language, options.Keyterms);
        try
        {
            return new PooledStreamingSession(await pool.LeaseLiveAsync(spec, isFresh: false, cancellationToken), pool, spec, message, options);
        }
        catch (HostFailure failure)
        {
            throw new SpeechException(failure.Kind, failure.Message, failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Check(TimeSpan value, double minSeconds, double maxSeconds, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(minSeconds), name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromSeconds(maxSeconds), name);
    }
}
