using System.Net;

namespace Bleep.Server.Security.Outgoing;

/// <summary>Fetches over a <see cref="GuardedHttpHandler"/> and follows redirects by hand, each checked like the first address.</summary>
/// <param name="http">A client of a <see cref="GuardedHttpHandler"/>.</param>
/// <param name="limits">Times and redirects.</param>
/// <param name="timeProvider">The clock of the time limits.</param>
internal sealed class GuardedDownloader(HttpMessageInvoker http, OutgoingLimits limits, TimeProvider timeProvider) : IGuardedDownloader
{
    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(Uri url, long maxBytes, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limits.FirstByte, timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var response = await FollowAsync(url, stop.Token);
            try
            {
                Check(response, maxBytes);
                var content = await response.Content.ReadAsStreamAsync(stop.Token);
                return new LimitedStream(response, content, maxBytes, limits, timeProvider);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "the host did not answer in time");
        }
    }

    private static void Check(HttpResponseMessage response, long maxBytes)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException($"the host answered with status {(int)response.StatusCode}", null, response.StatusCode);
        }
        // Nothing was said to be understood; unpacking it could make any size of it.
        if (response.Content.Headers.ContentEncoding.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw new HttpRequestException("the host sends packed content, which was not asked for");
        }
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            throw new HttpRequestException($"the content is larger than the {maxBytes} bytes allowed");
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private async Task<HttpResponseMessage> FollowAsync(Uri url, CancellationToken cancellationToken)
    {
        for (int redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            var response = await http.SendAsync(request, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return response;
            }
            var target = response.Headers.Location;
            response.Dispose();
            if (target is null || redirects == limits.Redirects)
            {
                throw new HttpRequestException("the host sends from one address to another without end");
            }
            var next = new Uri(url, target);
            // What was to travel unread would travel in the open.
            if (url.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps)
            {
                throw new HttpRequestException("the host sends from https to another scheme");
            }
            url = next;
        }
    }
}
