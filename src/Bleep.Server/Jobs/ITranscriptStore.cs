using Bleep.Server.Webhooks;

namespace Bleep.Server.Jobs;

/// <summary>The truth about every job. Each method is one transaction; all are safe beside other processes.</summary>
public interface ITranscriptStore
{
    /// <summary>
    /// Accepts a transcript, unless its owner has too many that wait. An upload that it names is kept from then on until the job has ended;
    /// one that the owner does not have is replaced by <see cref="Guid.Empty"/>, which no upload has.
    /// </summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="maxQueued">Most transcripts of the owner that may wait.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The row, or null when too many wait.</returns>
    Task<TranscriptRecord?> AddAsync(NewTranscript transcript, int maxQueued, CancellationToken cancellationToken);

    /// <summary>Reads a transcript of an owner.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Whose it must be; null for anybody's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The row, or null when the owner has no such transcript.</returns>
    Task<TranscriptRecord?> FindAsync(Guid id, string? owner, CancellationToken cancellationToken);

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page, or null when the transcript it starts from does not exist.</returns>
    Task<TranscriptPage?> ListAsync(TranscriptQuery query, CancellationToken cancellationToken);

    /// <summary>Jobs that have not ended, in the order of submission.</summary>
    /// <param name="afterSequence">Only those behind this place.</param>
    /// <param name="limit">Most of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<(Guid Id, long Sequence)>> ListUnfinishedAsync(long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>Begins an attempt. From then on earlier attempts can change nothing any more.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>The row with its new attempt number, or null when the job has ended or is gone.</returns>
    Task<TranscriptRecord?> BeginAttemptAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes an attempt back that was broken off on purpose, so that it does not count. The attempt must have stopped.</summary>
    /// <param name="attempt">The row as <see cref="BeginAttemptAsync"/> returned it.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    Task TakeBackAsync(TranscriptRecord attempt, CancellationToken cancellationToken);

    /// <summary>Ends a job and stores the calls that tell it, in one.</summary>
    /// <param name="attempt">The row as <see cref="BeginAttemptAsync"/> returned it.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="calls">The webhook calls to make, in their order.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>False when a later attempt was begun or the transcript was deleted meanwhile: then nothing was changed.</returns>
    Task<bool> EndAsync(TranscriptRecord attempt, JobOutcome outcome, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken);

    /// <summary>Deletes what a transcript says; the row stays. A job that has not ended errs.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Whose it must be.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>The row as it was before, or null when the owner has no such transcript.</returns>
    Task<TranscriptRecord?> DeleteAsync(Guid id, string owner, CancellationToken cancellationToken);
}
