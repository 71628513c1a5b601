using System.Net;

namespace Bleep.Server.Security.Access;

/// <summary>What must hold of a server's settings before it may listen.</summary>
internal static class AccessRules
{
    /// <summary>Refuses settings under which strangers would be served.</summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="SecuritySetupException">They are not safe.</exception>
    public static void Check(ServerOptions options)
    {
        if (options.NoAuthentication && !IPAddress.IsLoopback(options.Listen.Address))
        {
            throw new SecuritySetupException("without keys a server listens on this machine only; listen on 127.0.0.1 or leave out --no-auth");
        }
        if (options.PublicUrl is { } url
            && !(url.IsAbsoluteUri && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0))
        {
            throw new SecuritySetupException("the public URL is an http or https address without query, fragment and user name; correct --public-url");
        }
        if (options.AllowedHosts.Any(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown))
        {
            throw new SecuritySetupException("an allowed host is a name or an address, without scheme and port; correct --allow-host");
        }
    }
}
