using System.Net;
using System.Net.Sockets;

namespace Bleep.Server.Hosting;

/// <summary>Settles where a server listens and what its clients call it.</summary>
internal static class ListenAddress
{
    /// <summary>The settings with a port and a public address.</summary>
    /// <param name="options">The settings.</param>
    public static ServerOptions Settle(ServerOptions options)
    {
        var listen = options.Listen.Port == 0 ? new IPEndPoint(options.Listen.Address, FreePort(options.Listen.Address)) : options.Listen;
        var metrics = options.MetricsListen is { Port: 0 } free ? new IPEndPoint(free.Address, FreePort(free.Address)) : options.MetricsListen;
        var publicUrl = options.PublicUrl ?? DefaultUrl(listen, options.TlsSelfSigned || options.TlsCertificateFile is not null);
        // Without the slash at its end, a path of the address would be replaced rather than continued.
        return options with
        {
            Listen = listen,
            MetricsListen = metrics,
            PublicUrl = publicUrl.AbsoluteUri.EndsWith('/') ? publicUrl : new Uri(publicUrl.AbsoluteUri + "/"),
        };
    }

    private static Uri DefaultUrl(IPEndPoint listen, bool isTls)
    {
        bool isAnywhere = listen.Address.Equals(IPAddress.Any) || listen.Address.Equals(IPAddress.IPv6Any);
        string host = isAnywhere ? Dns.GetHostName() : listen.Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{listen.Address}]" : listen.Address.ToString();
        return new Uri($"{(isTls ? "https" : "http")}://{host}:{listen.Port}/");
    }

    // Links hold the port, so it must be known before the server listens.
    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
