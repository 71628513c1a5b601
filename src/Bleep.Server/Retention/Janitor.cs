using Bleep.Server.Jobs;
using Bleep.Server.Metrics;
using Bleep.Server.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Retention;

/// <summary>
/// Removes, at the start and then every <see cref="ServerOptions.JanitorInterval"/>, what is past its time and what a crash left. Objects go
/// before their rows, or the orphan sweep finds them, so that a run broken off is made good by the next.
/// </summary>
internal sealed partial class Janitor(
    RetentionRows rows,
    OrphanSweep orphans,
    IUploadStore uploads,
    IBlobStore blobs,
    ServerOptions options,
    ServerMetrics metrics,
    TimeProvider time,
    ILogger<Janitor> logger) : BackgroundService
{
    private static readonly TimeSpan s_orphanAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_webhookAge = TimeSpan.FromDays(1);

    /// <summary>One run; a part that fails does not keep the others from running.</summary>
    /// <param name="cancellationToken">Stops between two removals.</param>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await PartAsync("media", token => RemoveMediaAsync(now, token), cancellationToken);
        await PartAsync("upload", token => RemoveUploadsAsync(now - options.UploadRetention, token), cancellationToken);
        if (options.TranscriptRetention is { } retention)
        {
            await PartAsync("transcript", token => RemoveTranscriptsAsync(now - retention, token), cancellationToken);
        }
        await PartAsync("webhook", token => RemoveWebhooksAsync(now - s_webhookAge, token), cancellationToken);
        await PartAsync("orphan", token => orphans.RunAsync(now - s_orphanAge, token), cancellationToken);
        await PartAsync("leftover", token => blobs.RemoveLeftoversAsync(now - s_orphanAge, token), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without this the host would wait here for the first run.
        await Task.Yield();
        try
        {
            using var timer = new PeriodicTimer(options.JanitorInterval, time);
            do
            {
                await RunOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task PartAsync(string what, Func<CancellationToken, Task<int>> remove, CancellationToken cancellationToken)
    {
        try
        {
            int removed = await remove(cancellationToken);
            if (removed > 0)
            {
                metrics.Removed(what, removed);
                LogRemoved(removed, what);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Only the type: messages may name paths.
            LogFailed(what, exception.GetType().Name);
        }
    }

    private Task<int> RemoveMediaAsync(DateTimeOffset now, CancellationToken cancellationToken) => EachAsync(
        (after, token) => rows.WithExpiredMediaAsync(now, after, token),
        async (id, token) =>
        {
            await blobs.DeleteAsync(new BlobName(BlobKind.Audio, id), token);
            await blobs.DeleteAsync(new BlobName(BlobKind.Video, id), token);
            await rows.MarkMediaGoneAsync(id, now, token);
            return true;
        },
        cancellationToken);

    private Task<int> RemoveUploadsAsync(DateTimeOffset cutoff, CancellationToken cancellationToken) => EachAsync(
        (after, token) => rows.UnusedUploadsAsync(cutoff, after, token),
        async (id, token) =>
        {
            // The row first, and only if no job has come to need it: then none can.
            bool isRemoved = await uploads.RemoveUnusedAsync(id, token);
            if (isRemoved)
            {
                await blobs.DeleteAsync(new BlobName(BlobKind.Upload, id), token);
            }
            return isRemoved;
        },
        cancellationToken);

    private Task<int> RemoveTranscriptsAsync(DateTimeOffset cutoff, CancellationToken cancellationToken) => EachAsync(
        (after, token) => rows.OldTranscriptsAsync(cutoff, after, token),
        async (id, token) =>
        {
            await blobs.DeleteOutputsAsync(id, token);
            return await rows.RemoveTranscriptAsync(id, token);
        },
        cancellationToken);

    private async Task<int> RemoveWebhooksAsync(DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        int removed = 0;
        while (await rows.RemoveFinishedWebhooksAsync(cutoff, cancellationToken) is > 0 and int page)
        {
            removed += page;
        }
        return removed;
    }

    private async Task<int> EachAsync(
        Func<Guid?, CancellationToken, Task<IReadOnlyList<Guid>>> readPage,
        Func<Guid, CancellationToken, Task<bool>> remove,
        CancellationToken cancellationToken)
    {
        int removed = 0;
        Guid? after = null;
        while (await readPage(after, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var id in page)
            {
                try
                {
                    removed += await remove(id, cancellationToken) ? 1 : 0;
                }
                catch (IOException exception)
                {
                    // One object that cannot be removed must not keep the others.
                    LogFailed("object", exception.GetType().Name);
                }
            }
            after = page[^1];
        }
        return removed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The janitor removed {Count} of kind {What}")]
    private partial void LogRemoved(int count, string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The janitor could not remove what it should of kind {What}: {Error}; it tries again later")]
    private partial void LogFailed(string what, string error);
}
