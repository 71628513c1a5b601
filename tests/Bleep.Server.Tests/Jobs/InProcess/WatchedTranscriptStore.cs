using Bleep.Server.Jobs;
using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Jobs.InProcess;

/// <summary>Passes everything on, counts how often jobs are read from the start, and fails when told to.</summary>
/// <param name="inner">The store.</param>
internal sealed class WatchedTranscriptStore(ITranscriptStore inner) : ITranscriptStore
{
    private int _readsFromStart;

    /// <summary>How often the next readings of jobs fail.</summary>
    public int Failures { get; set; }

    /// <summary>How often jobs were read from the start.</summary>
    public int ReadsFromStart => Volatile.Read(ref _readsFromStart);

    public Task<TranscriptRecord?> AddAsync(NewTranscript transcript, int maxQueued, CancellationToken cancellationToken) =>
        inner.AddAsync(transcript, maxQueued, cancellationToken);

    public Task<TranscriptRecord?> FindAsync(Guid id, string? owner, CancellationToken cancellationToken) =>
        inner.FindAsync(id, owner, cancellationToken);

    public Task<TranscriptPage?> ListAsync(TranscriptQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<IReadOnlyList<(Guid Id, long Sequence)>> ListUnfinishedAsync(long afterSequence, int limit, CancellationToken cancellationToken)
    {
        if (Failures > 0)
        {
            Failures--;
            throw new IOException("the disk is away");
        }
        if (afterSequence == 0)
        {
            Interlocked.Increment(ref _readsFromStart);
        }
        return inner.ListUnfinishedAsync(afterSequence, limit, cancellationToken);
    }

    public Task<TranscriptRecord?> BeginAttemptAsync(Guid id, CancellationToken cancellationToken) => inner.BeginAttemptAsync(id, cancellationToken);

    public Task TakeBackAsync(TranscriptRecord attempt, CancellationToken cancellationToken) => inner.TakeBackAsync(attempt, cancellationToken);

    public Task<bool> EndAsync(
        TranscriptRecord attempt, JobOutcome outcome, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken) =>
        inner.EndAsync(attempt, outcome, calls, cancellationToken);

    public Task<TranscriptRecord?> DeleteAsync(Guid id, string owner, CancellationToken cancellationToken) =>
        inner.DeleteAsync(id, owner, cancellationToken);
}
