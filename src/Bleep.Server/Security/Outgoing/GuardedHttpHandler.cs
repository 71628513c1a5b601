using System.Net;
using System.Net.Sockets;

namespace Bleep.Server.Security.Outgoing;

/// <summary>
/// Sends requests to addresses that clients named. A name is looked up once, when the connection is made; all its addresses are checked and
/// the connection goes to one of those checked, so that a second, different answer of the name server changes nothing. No proxy, cookies,
/// credentials, redirects or decompression. Exceptions say neither address nor name. Thread-safe.
/// </summary>
internal sealed class GuardedHttpHandler : DelegatingHandler
{
    private const int MaxConnectionsPerServer = 64;
    private const int MaxHeadersKilobytes = 64;
    private const int MaxDrainBytes = 16 << 10;

    private readonly AddressRules _rules;
    private readonly IHostResolver _resolver;
    private readonly TimeSpan _connect;

    /// <param name="rules">Which addresses may be reached.</param>
    /// <param name="resolver">Looks up names.</param>
    /// <param name="limits">How long connecting may take.</param>
    public GuardedHttpHandler(AddressRules rules, IHostResolver resolver, OutgoingLimits limits)
    {
        _rules = rules;
        _resolver = resolver;
        _connect = limits.Connect;
        InnerHandler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = limits.Connect,
            MaxConnectionsPerServer = MaxConnectionsPerServer,
            MaxResponseDrainSize = MaxDrainBytes,
            MaxResponseHeadersLength = MaxHeadersKilobytes,
            // A name that moves is looked up, and checked, again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            UseProxy = false,
        };
    }

    /// <summary>A handler for a server's settings.</summary>
    /// <param name="options">The settings.</param>
    public static GuardedHttpHandler For(ServerOptions options) =>
        new(new AddressRules(options.AllowedNetworks), new SystemHostResolver(), new OutgoingLimits());

    /// <summary>True for a URL that may be asked at all: absolute, http or https, without user name and password.</summary>
    /// <param name="url">The URL.</param>
    public static bool IsAcceptable(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Length > 0 && url.UserInfo.Length == 0;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } url || !IsAcceptable(url))
        {
            throw new HttpRequestException("only http and https addresses without user name and password are asked");
        }
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Nameless(exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "the host did not answer in time");
        }
    }

    // Messages of the framework name host and port, so neither they nor their causes are passed on.
    private static HttpRequestException Nameless(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is BlockedAddressException)
            {
                return new BlockedAddressException();
            }
        }
        var error = (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        return new HttpRequestException(error, error switch
        {
            HttpRequestError.NameResolutionError => "the host name is not known",
            HttpRequestError.ConnectionError => "the host cannot be reached",
            HttpRequestError.SecureConnectionError => "the host has no certificate that is trusted here",
            _ => "the host did not answer as an HTTP server does",
        });
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await AddressesOfAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = await ConnectToAnyAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> addresses;
        try
        {
            addresses = await _resolver.ResolveAsync(host, cancellationToken);
        }
        catch (SocketException)
        {
            addresses = [];
        }
        if (addresses.Count == 0)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, "the host name is not known");
        }
        // One bad address among good ones is an attempt at being served by chance.
        return addresses.All(_rules.Allows) ? addresses : throw new BlockedAddressException();
    }

    private async Task<Socket> ConnectToAnyAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            // An address that never answers, as with broken IPv6, leaves time for the others.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(_connect / addresses.Count);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), patience.Token);
                return socket;
            }
            catch (Exception exception) when (exception is SocketException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw new HttpRequestException(HttpRequestError.ConnectionError, "the host cannot be reached");
    }
}
