using System.Buffers;

namespace Bleep.Server.Webhooks;

/// <summary>The header of the client's own that goes with every webhook call, so that its receiver knows the sender.</summary>
/// <param name="Name">Name of the header.</param>
/// <param name="Value">Its value; private.</param>
public sealed record WebhookHeader(string Name, string Value)
{
    private const int MaxNameChars = 256;
    private const int MaxValueChars = 4096;

    private static readonly SearchValues<char> s_tokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // These say how the message itself is read; a client that set them could smuggle a second one into it.
    private static readonly string[] s_reserved =
        ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Accept"];

    /// <summary>
    /// True when this can be sent: a name of RFC 9110 token characters, up to 256, that is none of the message's own headers, and a value of
    /// printable ASCII characters and tabs, up to 4096.
    /// </summary>
    public bool IsSendable =>
        Name.Length is > 0 and <= MaxNameChars
        && !Name.AsSpan().ContainsAnyExcept(s_tokenChars)
        && !s_reserved.Contains(Name, StringComparer.OrdinalIgnoreCase)
        && !Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        && !Name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
        && Value.Length <= MaxValueChars
        && Value.All(character => character is '\t' or (>= ' ' and <= '~'));

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
