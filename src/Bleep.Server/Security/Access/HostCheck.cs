using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.Security.Access;

/// <summary>
/// Keeps web pages from using a server that asks for no key through their visitor's browser: a request must name this server as its host
/// (against DNS rebinding) and, where it says from which page it comes, come from this server. With keys only the host is checked, and
/// only when host names were set.
/// </summary>
internal sealed class HostCheck
{
    private readonly RequestDelegate _next;
    private readonly bool _checksHost;
    private readonly bool _checksOrigin;
    private readonly HashSet<string> _hosts;
    private readonly string? _publicOrigin;

    /// <param name="next">What follows.</param>
    /// <param name="options">The server's settings.</param>
    public HostCheck(RequestDelegate next, ServerOptions options)
    {
        _next = next;
        _checksOrigin = options.NoAuthentication;
        _checksHost = options.NoAuthentication || options.AllowedHosts.Count > 0;
        _publicOrigin = options.PublicUrl?.GetLeftPart(UriPartial.Authority);
        _hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", HostOf(options.Listen.Address) };
        if (options.MetricsListen is { } metrics)
        {
            _hosts.Add(HostOf(metrics.Address));
        }
        if (options.PublicUrl is { } url)
        {
            _hosts.Add(url.IdnHost is var name && url.HostNameType == UriHostNameType.IPv6 ? $"[{name.Trim('[', ']')}]" : name);
        }
        foreach (string host in options.AllowedHosts)
        {
            _hosts.Add(IPAddress.TryParse(host, out var address) ? HostOf(address) : host);
        }
    }

    /// <summary>Checks a request.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (_checksHost && !request.Host.HasValue)
        {
            return Refusal.WriteAsync(context, StatusCodes.Status400BadRequest, "The request has no Host header");
        }
        if (_checksHost && !_hosts.Contains(request.Host.Host))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "The request is for another host; allow its name with --allow-host");
        }
        if (_checksOrigin && request.Headers.Origin.Count > 0 && !IsOwn(request))
        {
            return Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "Web pages of other origins may not use this server");
        }
        return _next(context);
    }

    private static string HostOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private bool IsOwn(HttpRequest request) => request.Headers.Origin is [{ } origin]
        && (origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
            || origin.Equals(_publicOrigin, StringComparison.OrdinalIgnoreCase));
}
