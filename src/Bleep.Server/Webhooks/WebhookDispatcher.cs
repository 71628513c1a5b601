using Bleep.Server.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bleep.Server.Webhooks;

/// <summary>
/// Sends stored calls, a bounded number at a time, until they are delivered or given up. It sleeps until a call is due or the signal is
/// raised; now and then it looks anyway, since another process may have stored calls.
/// </summary>
internal sealed partial class WebhookDispatcher(
    IWebhookStore store,
    IWebhookSender sender,
    WebhookSignal signal,
    ServerOptions options,
    ServerMetrics metrics,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_afterStoreFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _slots = new(options.MaxRunningWebhooks);
    private int _running;

    // An attempt that takes longer than this has died with its process.
    private TimeSpan Lease => options.WebhookTimeout + TimeSpan.FromSeconds(30);

    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _slots.WaitAsync(stoppingToken);
                _slots.Release();
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way gives its calls back.
            for (int i = 0; i < options.MaxRunningWebhooks; i++)
            {
                await _slots.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        signal.Lower();
        DateTimeOffset? due;
        try
        {
            // Only this loop takes slots, so there are at least as many free ones when the calls start.
            var deliveries = await store.TakeDueAsync(options.MaxRunningWebhooks - Volatile.Read(ref _running), Lease, stoppingToken);
            foreach (var delivery in deliveries)
            {
                await _slots.WaitAsync(CancellationToken.None);
                Interlocked.Increment(ref _running);
                _ = AttemptAsync(delivery, stoppingToken);
            }
            due = await store.NextDueAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            LogStoreFailed(exception.GetType().Name);
            due = time.GetUtcNow() + s_afterStoreFailure;
        }
        await SleepUntilAsync(due, stoppingToken);
    }

    private async Task SleepUntilAsync(DateTimeOffset? due, CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        var wake = due is { } at && at - now < s_longestSleep ? at : now + s_longestSleep;
        if (wake <= now)
        {
            return;
        }
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var sleep = Task.Delay(wake - now, time, awake.Token);
        // The clock may have gone on between the look at it and the start of the sleep.
        if (time.GetUtcNow() < wake)
        {
            await Task.WhenAny(sleep, signal.WaitAsync(awake.Token));
        }
        await awake.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task AttemptAsync(WebhookDelivery delivery, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            int? status = delivery.Call is { } call ? await sender.SendAsync(call, stoppingToken) : null;
            var result = WebhookResult.Judge(status, delivery.Attempts);
            // An answer that came is noted even when the server stops.
            await store.RecordAsync(delivery, result, options.WebhookSpacing, CancellationToken.None);
            metrics.WebhookAttempted(result.Verdict);
            LogAttempted(delivery.Kind, delivery.TranscriptId, delivery.Attempts + 1, status, result.Verdict);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync(delivery);
        }
        catch (Exception exception)
        {
            // The lease ends and the call is tried again. Messages may hold an address, so only the type is told.
            LogAttemptFailed(delivery.TranscriptId, exception.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            _slots.Release();
            signal.Raise();
        }
    }

    private async Task ReleaseAsync(WebhookDelivery delivery)
    {
        try
        {
            await store.ReleaseAsync(delivery, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogAttemptFailed(delivery.TranscriptId, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} webhook of {TranscriptId}, attempt {Attempt}: status {Status}, {Verdict}")]
    private partial void LogAttempted(WebhookKind kind, string transcriptId, int attempt, int? status, WebhookVerdict verdict);

    [LoggerMessage(Level = LogLevel.Error, Message = "A webhook attempt of {TranscriptId} broke off: {Error}")]
    private partial void LogAttemptFailed(string transcriptId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook calls cannot be read from the database: {Error}")]
    private partial void LogStoreFailed(string error);
}
