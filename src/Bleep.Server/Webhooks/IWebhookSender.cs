namespace Bleep.Server.Webhooks;

/// <summary>Makes one attempt of a call.</summary>
public interface IWebhookSender
{
    /// <summary>Sends the call once. Redirects are not followed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The receiver's HTTP status, or null when it gave none in time.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; that the receiver took too long is null.</exception>
    Task<int?> SendAsync(WebhookCall call, CancellationToken cancellationToken);
}
