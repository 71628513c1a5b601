using System.Security.Cryptography;

namespace Bleep.Server.Security;

/// <summary>
/// One key of a <see cref="KeyRing"/>. It is never used itself: each purpose has a subkey of its own (HKDF-SHA-256, RFC 5869), so that
/// what one purpose shows of its key says nothing of another's.
/// </summary>
internal sealed class MasterKey
{
    /// <summary>Length of the secret and of every subkey, in bytes.</summary>
    public const int SecretBytes = 32;

    /// <summary>Length of an id, in bytes.</summary>
    public const int IdBytes = 8;

    private readonly byte[] _secret;

    /// <param name="id">Its id; not secret.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="secret">32 random bytes.</param>
    public MasterKey(ulong id, DateTimeOffset createdAt, ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, SecretBytes);
        Id = id;
        CreatedAt = createdAt;
        _secret = secret.ToArray();
    }

    /// <summary>Its id, as it stands in the header of what it sealed.</summary>
    public ulong Id { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The secret, for the key file alone.</summary>
    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>The id as files show it: 16 hexadecimal digits.</summary>
    public string IdText => Id.ToString("x16");

    /// <summary>Makes a key with a random id and secret.</summary>
    /// <param name="now">The time.</param>
    public static MasterKey Create(DateTimeOffset now) =>
        new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(IdBytes)), now, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The subkey of a purpose, 32 bytes.</summary>
    /// <param name="purpose">Names the purpose; each use has another.</param>
    public byte[] Derive(ReadOnlySpan<byte> purpose)
    {
        byte[] subkey = new byte[SecretBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, subkey, salt: [], info: purpose);
        return subkey;
    }

    /// <summary>Tells two keys of the same id apart without telling anything of either; 16 hexadecimal digits.</summary>
    public string CheckValue() => Convert.ToHexStringLower(HMACSHA256.HashData(Derive("bleep key check v1"u8), "check"u8).AsSpan(0, 8));
}
