namespace Bleep.Server.Security;

/// <summary>Fetches what a client names by URL, without becoming the client's way into the network the server stands in.</summary>
public interface IGuardedDownloader
{
    /// <summary>Opens a URL. The stream ends with an <see cref="IOException"/> when it grows over the limit or stalls.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="maxBytes">Most bytes that may come.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <returns>The content; disposing of it ends the connection.</returns>
    /// <exception cref="BlockedAddressException">The address, or one it redirects to, may not be reached from here.</exception>
    /// <exception cref="HttpRequestException">The server did not answer, or not with content.</exception>
    Task<Stream> OpenAsync(Uri url, long maxBytes, CancellationToken cancellationToken);
}
