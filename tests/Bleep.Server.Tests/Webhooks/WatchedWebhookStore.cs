using System.Data.Common;
using System.Threading.Channels;
using Bleep.Server.Webhooks;

namespace Bleep.Server.Tests.Webhooks;

/// <summary>Tells when an attempt was noted, so that a test knows when to move the clock.</summary>
internal sealed class WatchedWebhookStore(IWebhookStore inner) : IWebhookStore
{
    private readonly Channel<WebhookResult> _recorded = Channel.CreateUnbounded<WebhookResult>();
    private readonly Channel<string> _released = Channel.CreateUnbounded<string>();

    public ChannelReader<WebhookResult> Recorded => _recorded.Reader;

    public ChannelReader<string> Released => _released.Reader;

    public Task EnqueueAsync(DbTransaction transaction, string transcriptId, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken) =>
        inner.EnqueueAsync(transaction, transcriptId, calls, cancellationToken);

    public Task<IReadOnlyList<WebhookDelivery>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.TakeDueAsync(limit, lease, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => inner.NextDueAsync(cancellationToken);

    public async Task<bool> RecordAsync(WebhookDelivery delivery, WebhookResult result, TimeSpan spacing, CancellationToken cancellationToken)
    {
        bool isNoted = await inner.RecordAsync(delivery, result, spacing, cancellationToken);
        _recorded.Writer.TryWrite(result);
        return isNoted;
    }

    public async Task ReleaseAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await inner.ReleaseAsync(delivery, cancellationToken);
        _released.Writer.TryWrite(delivery.Id);
    }
}
