using System.Net.Http.Headers;

namespace Bleep.Server.Webhooks;

/// <summary>Sends calls over HTTP.</summary>
/// <param name="http">
/// Client that guards the network, follows no redirects and drains little of what a receiver answers (<c>SocketsHttpHandler.MaxResponseDrainSize</c>);
/// nothing of an answer's body is read here.
/// </param>
/// <param name="timeout">How long a receiver may take until its status is here, connecting included.</param>
/// <param name="time">The clock of the time-out.</param>
public sealed class HttpWebhookSender(HttpMessageInvoker http, TimeSpan timeout, TimeProvider time) : IWebhookSender
{
    /// <inheritdoc/>
    public async Task<int?> SendAsync(WebhookCall call, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url) || call.Header is { IsSendable: false })
        {
            return null;
        }
        using var tooLong = new CancellationTokenSource(timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        if (call.Header is { } header)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        try
        {
            using var response = await http.SendAsync(request, stop.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
