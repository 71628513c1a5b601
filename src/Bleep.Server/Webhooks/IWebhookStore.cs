using System.Data.Common;

namespace Bleep.Server.Webhooks;

/// <summary>Keeps calls until they are delivered or given up. Calls survive the end of the process; each is tried at least once.</summary>
public interface IWebhookStore
{
    /// <summary>
    /// Stores the calls of a transcript inside the caller's transaction. A transcript call waits for the audio call beside it. After the
    /// commit the caller raises <see cref="WebhookSignal"/>.
    /// </summary>
    /// <param name="transaction">A transaction of the database that this store writes to.</param>
    /// <param name="transcriptId">The transcript.</param>
    /// <param name="calls">At most one call of each kind.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    Task EnqueueAsync(DbTransaction transaction, string transcriptId, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken);

    /// <summary>
    /// Takes calls that are due. Until <paramref name="lease"/> is over nobody else gets them; when it ends without
    /// <see cref="RecordAsync"/>, the process died and they are due again.
    /// </summary>
    /// <param name="limit">Most calls to take.</param>
    /// <param name="lease">Longer than an attempt takes.</param>
    /// <param name="cancellationToken">Stops before any is taken.</param>
    Task<IReadOnlyList<WebhookDelivery>> TakeDueAsync(int limit, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>When the next call is due, or the lease of one ends; null when none is pending.</summary>
    /// <param name="cancellationToken">Stops the question.</param>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Notes how an attempt ended: schedules the next one, lets a waiting call go, keeps the status with the transcript.</summary>
    /// <param name="delivery">The call as it was taken.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="spacing">Time until the next attempt.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>False when another attempt was noted since, and nothing was changed.</returns>
    Task<bool> RecordAsync(WebhookDelivery delivery, WebhookResult result, TimeSpan spacing, CancellationToken cancellationToken);

    /// <summary>Gives a call back whose attempt was broken off; it is due at once and the attempt does not count.</summary>
    /// <param name="delivery">The call as it was taken.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    Task ReleaseAsync(WebhookDelivery delivery, CancellationToken cancellationToken);
}
