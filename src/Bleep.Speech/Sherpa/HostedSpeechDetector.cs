using Bleep.Speech.Hosting;
using Bleep.Speech.Hosting.Protocol;
using Bleep.Speech.Segmentation;

namespace Bleep.Speech.Sherpa;

/// <summary>Has the engine hosts of a recogniser find speech with the detector they loaded beside the model.</summary>
/// <param name="spec">What the hosts have loaded.</param>
/// <param name="pool">The hosts.</param>
/// <param name="job">The job, for fairness between jobs.</param>
/// <param name="message">The job's language and terms.</param>
internal sealed class HostedSpeechDetector(EngineSpec spec, EngineHostPool pool, object job, JobMessage message) : ISpeechDetector
{
    /// <inheritdoc/>
    public async ValueTask<List<FrameRange>> FindAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOnceAsync(samples, isFresh: false, cancellationToken);
        }
        catch (HostFailure)
        {
            // Perhaps not this audio's fault.
        }
        try
        {
            return await FindOnceAsync(samples, isFresh: true, cancellationToken);
        }
        catch (HostFailure failure)
        {
            throw new SpeechException(failure.Kind, $"{failure.Message}, twice, looking for speech", failure);
        }
    }

    private async Task<List<FrameRange>> FindOnceAsync(ReadOnlyMemory<short> samples, bool isFresh, CancellationToken cancellationToken)
    {
        await using var lease = await pool.LeaseAsync(spec, job, isFresh, cancellationToken);
        var found = await lease.Host.RecognizeAsync(samples, message with { FindsSpeech = true }, cancellationToken);
        lease.Keep();
        return [.. found.Words.Select(stretch => new FrameRange(stretch.StartMs / 10, (stretch.EndMs + 9) / 10))];
    }
}
