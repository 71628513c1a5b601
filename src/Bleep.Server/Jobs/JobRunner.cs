using Bleep.Server.Metrics;
using Bleep.Server.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Jobs;

/// <summary>Takes jobs from the queue and sees each to its one end.</summary>
/// <param name="queue">Delivers jobs.</param>
/// <param name="transcripts">The truth about them.</param>
/// <param name="uploads">Knows uploads, which go when nobody needs them any more.</param>
/// <param name="blobs">Where results and media are.</param>
/// <param name="processor">Does the work.</param>
/// <param name="running">The jobs that can be stopped.</param>
/// <param name="announcer">Makes up webhook calls.</param>
/// <param name="metrics">Counts jobs and measures them.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="options">How many jobs run, how often one is begun.</param>
/// <param name="logger">Told ids and kinds of errors, never content.</param>
public sealed partial class JobRunner(
    IJobQueue queue,
    ITranscriptStore transcripts,
    IUploadStore uploads,
    IBlobStore blobs,
    JobProcessor processor,
    RunningJobs running,
    IJobAnnouncer announcer,
    ServerMetrics metrics,
    TimeProvider clock,
    ServerOptions options,
    ILogger<JobRunner> logger) : BackgroundService
{
    // The database may be away for a moment; a job whose end cannot be stored is delivered again some minutes later.
    private static readonly TimeSpan[] s_storeRetries = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    // Ctrl-C reaches the engine and ffmpeg too, often first: a failure of theirs is believed when the server still runs after this time.
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without this the host would wait here for the first delivery.
        await Task.Yield();
        try
        {
            await queue.HandleAsync(options.MaxRunningJobs, HandleAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was under way is begun again at the next start.
        }
    }

    private async Task HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(id, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogLost(logger, id, error.GetType().Name);
        }
    }

    private async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Entered first: a job that is deleted once it is begun must be found.
        using var entry = running.Enter(id, stop);
        if (await transcripts.BeginAttemptAsync(id, cancellationToken) is not { } attempt)
        {
            return;
        }
        var timer = new StageTimer(metrics, clock);
        JobOutcome? outcome;
        try
        {
            outcome = attempt.Attempt > options.MaxAttempts
                ? Failed(attempt, new JobFailure(JobErrorKind.Abandoned))
                : await WorkAsync(attempt, timer, stop.Token, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // A server that is restarted in peace must not use up a long job's attempts.
            await transcripts.TakeBackAsync(attempt, CancellationToken.None);
            throw;
        }
        timer.End();
        if (outcome is null)
        {
            await blobs.DeleteOutputsAsync(id, cancellationToken);
            return;
        }
        if (!await EndAsync(attempt, outcome, cancellationToken))
        {
            // Somebody else has begun it again, or it was deleted; in that case nothing may be left of it.
            if (await transcripts.FindAsync(id, null, cancellationToken) is null or { IsDeleted: true })
            {
                await blobs.DeleteOutputsAsync(id, cancellationToken);
            }
            return;
        }
        Count(outcome, timer.Elapsed);
        if (outcome.Failure is not null)
        {
            LogFailed(logger, id, outcome.Failure.Kind);
            await blobs.DeleteOutputsAsync(id, cancellationToken);
        }
        if (attempt.Request?.Work is { Source.UploadId: { } upload } work && work.Redaction is not { KeepsUnredacted: true }
            && await uploads.RemoveUnusedAsync(upload, cancellationToken))
        {
            await blobs.DeleteAsync(new BlobName(BlobKind.Upload, upload), cancellationToken);
        }
    }

    /// <returns>How it ended, or null when it was deleted meanwhile.</returns>
    private async Task<JobOutcome?> WorkAsync(
        TranscriptRecord attempt, StageTimer timer, CancellationToken stop, CancellationToken cancellationToken)
    {
        try
        {
            return await processor.RunAsync(attempt, timer, stop);
        }
        catch (JobFailedException error)
        {
            if (MayComeOfStopping(error.Failure.Kind))
            {
                await Task.Delay(s_stopGrace, clock, cancellationToken);
            }
            if (error.Failure.Kind == JobErrorKind.Server)
            {
                LogFault(logger, attempt.Id, error.InnerException?.GetType().Name ?? "?");
            }
            return Failed(attempt, error.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(s_stopGrace, clock, cancellationToken);
            LogFault(logger, attempt.Id, error.GetType().Name);
            return Failed(attempt, new JobFailure(JobErrorKind.Server));
        }
    }

    private static bool MayComeOfStopping(JobErrorKind kind) => kind is
        JobErrorKind.NoAudio or JobErrorKind.TooShort or JobErrorKind.Recognition or JobErrorKind.Masking or JobErrorKind.Server;

    private void Count(JobOutcome outcome, TimeSpan took)
    {
        metrics.JobEnded(outcome.Failure is null ? JobEnd.Completed : JobEnd.Error);
        if (outcome.Failure is null)
        {
            metrics.AudioCompleted(outcome.Duration, took);
        }
    }

    private static JobOutcome Failed(TranscriptRecord attempt, JobFailure failure) =>
        new(failure, attempt.Media == MediaState.Pending ? MediaState.Failed : attempt.Media, null);

    private async Task<bool> EndAsync(TranscriptRecord attempt, JobOutcome outcome, CancellationToken cancellationToken)
    {
        var calls = announcer.CallsFor(attempt, outcome);
        for (int retry = 0; ; retry++)
        {
            try
            {
                return await transcripts.EndAsync(attempt, outcome, calls, cancellationToken);
            }
            catch (System.Data.Common.DbException error) when (retry < s_storeRetries.Length)
            {
                LogFault(logger, attempt.Id, error.GetType().Name);
                await Task.Delay(s_storeRetries[retry], clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Job {Id} failed through a fault of the server: {Fault}")]
    private static partial void LogFault(ILogger logger, Guid id, string fault);

    [LoggerMessage(2, LogLevel.Information, "Job {Id} ended with an error: {Kind}")]
    private static partial void LogFailed(ILogger logger, Guid id, JobErrorKind kind);

    [LoggerMessage(3, LogLevel.Error, "Job {Id} could not be brought to its end: {Fault}; if it has none, it is begun again")]
    private static partial void LogLost(ILogger logger, Guid id, string fault);
}
