using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bleep.Server.Security;

/// <summary>
/// Links to redacted media that work without an API key until they end: <c>/media/ID.EXTENSION?expires=UNIX&amp;signature=…</c>, the signature
/// being HMAC-SHA-256 (RFC 2104) over path and expiry under a subkey of the current key; it ends with that key. Thread-safe.
/// </summary>
internal sealed class SignedLinks
{
    private readonly byte[] _key;
    private readonly Uri _root;
    private readonly TimeProvider _timeProvider;

    /// <param name="ring">The server's keys.</param>
    /// <param name="root">The public address of the server, never taken from a request.</param>
    /// <param name="timeProvider">The clock.</param>
    public SignedLinks(KeyRing ring, Uri root, TimeProvider timeProvider)
    {
        _key = ring.Current.Derive("bleep links v1"u8);
        // Without the slash at its end, a path of the address would be replaced rather than continued.
        _root = root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");
        _timeProvider = timeProvider;
    }

    /// <summary>Makes a link.</summary>
    /// <param name="id">Id of what it leads to.</param>
    /// <param name="extension">Its extension without the dot, ASCII letters and digits.</param>
    /// <param name="lifetime">How long it works; whole seconds, rounded up.</param>
    public Uri Create(Guid id, string extension, TimeSpan lifetime)
    {
        if (extension.Length == 0 || !extension.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("an extension has letters and digits only", nameof(extension));
        }
        long expires = (long)Math.Ceiling((_timeProvider.GetUtcNow() + lifetime - DateTimeOffset.UnixEpoch).TotalSeconds);
        string path = PathOf(id, extension);
        return new Uri(_root, $"{path}?expires={expires}&signature={Base64Url.EncodeToString(Sign(path, expires))}");
    }

    /// <summary>True when a link was made here and has not ended.</summary>
    /// <param name="id">Id in its path.</param>
    /// <param name="extension">Extension in its path, without the dot.</param>
    /// <param name="expires">Its value <c>expires</c>, or null.</param>
    /// <param name="signature">Its value <c>signature</c>, or null.</param>
    public bool IsGood(Guid id, string extension, string? expires, string? signature)
    {
        // Only the one form that Create writes: no sign, no zeros in front.
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out long end)
            || end.ToString(CultureInfo.InvariantCulture) != expires
            || signature is null)
        {
            return false;
        }
        byte[] expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Sign(PathOf(id, extension), end)));
        // The signature first: what it says of the time is believed only then.
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))
            && _timeProvider.GetUtcNow().ToUnixTimeSeconds() < end;
    }

    private static string PathOf(Guid id, string extension) => $"media/{id:N}.{extension}";

    private byte[] Sign(string path, long expires) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"/{path}\n{expires.ToString(CultureInfo.InvariantCulture)}"));
}
