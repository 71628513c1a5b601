using System.Net;

namespace Bleep.Server.Security.Outgoing;

/// <summary>Finds the addresses of a host name.</summary>
internal interface IHostResolver
{
    /// <summary>Asks once.</summary>
    /// <param name="host">A name, or an address as text.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
