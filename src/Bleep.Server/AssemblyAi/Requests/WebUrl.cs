namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>What counts as an address on the web.</summary>
internal static class WebUrl
{
    /// <summary>True for an absolute http or https address with a host.</summary>
    /// <param name="url">The address.</param>
    /// <param name="maxLength">Most characters.</param>
    public static bool IsValid(string url, int maxLength) =>
        url.Length <= maxLength
        && !url.Any(c => char.IsControl(c) || char.IsSurrogate(c))
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
