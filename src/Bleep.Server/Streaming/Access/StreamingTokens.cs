using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bleep.Server.Security;

namespace Bleep.Server.Streaming.Access;

/// <summary>
/// Temporary tokens for streaming, which the server does not store: base64url over expiry (Unix seconds, 8 bytes, big-endian), longest session
/// (seconds, 4 bytes), id of the key, and HMAC-SHA-256 (RFC 2104) over these under a subkey of the current key. Good for any number of
/// sessions until they expire. Thread-safe.
/// </summary>
internal sealed class StreamingTokens
{
    private const int FixedBytes = 12;
    private const int MaxTextLength = 256;

    private readonly byte[] _key;
    private readonly TimeProvider _clock;

    /// <param name="ring">The server's keys.</param>
    /// <param name="clock">The clock.</param>
    public StreamingTokens(KeyRing ring, TimeProvider clock)
    {
        _key = ring.Current.Derive("bleep streaming tokens v1"u8);
        _clock = clock;
    }

    /// <summary>Makes a token.</summary>
    /// <param name="keyId">Id of the API key it stands for.</param>
    /// <param name="lifetime">How long it can be used to connect; whole seconds.</param>
    /// <param name="maxSession">Longest session begun with it; whole seconds.</param>
    public string Create(string keyId, TimeSpan lifetime, TimeSpan maxSession)
    {
        byte[] text = new byte[FixedBytes + keyId.Length + HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(text, (_clock.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32BigEndian(text.AsSpan(8), (int)maxSession.TotalSeconds);
        Encoding.ASCII.GetBytes(keyId, text.AsSpan(FixedBytes));
        HMACSHA256.HashData(_key, text.AsSpan(..^HMACSHA256.HashSizeInBytes), text.AsSpan(^HMACSHA256.HashSizeInBytes..));
        return Base64Url.EncodeToString(text);
    }

    /// <summary>Reads a token that was made here and has not expired.</summary>
    /// <param name="token">What a client sent.</param>
    /// <param name="content">What it stands for.</param>
    public bool TryRead(string token, [NotNullWhen(true)] out StreamingToken? content)
    {
        content = null;
        byte[] text = new byte[MaxTextLength];
        if (token.Length > MaxTextLength
            || Base64Url.DecodeFromChars(token, text, out _, out int length) != OperationStatus.Done
            || length <= FixedBytes + HMACSHA256.HashSizeInBytes)
        {
            return false;
        }
        var signed = text.AsSpan(..(length - HMACSHA256.HashSizeInBytes));
        var signature = text.AsSpan(signed.Length, HMACSHA256.HashSizeInBytes);
        // The signature first: what it says of the time is believed only then.
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, signed), signature)
            || _clock.GetUtcNow().ToUnixTimeSeconds() >= BinaryPrimitives.ReadInt64BigEndian(signed))
        {
            return false;
        }
        content = new StreamingToken(
            Encoding.ASCII.GetString(signed[FixedBytes..]), TimeSpan.FromSeconds(BinaryPrimitives.ReadInt32BigEndian(signed[8..])));
        return true;
    }
}
