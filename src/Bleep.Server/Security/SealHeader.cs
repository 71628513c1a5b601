using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bleep.Server.Security;

/// <summary>Begin of sealed content: magic <c>BLPS</c>, a version byte, the key's id (8 bytes, big-endian), a random salt (32 bytes).</summary>
internal sealed class SealHeader
{
    /// <summary>Its length, in bytes.</summary>
    public const int Bytes = 4 + 1 + MasterKey.IdBytes + SaltBytes;

    private const int SaltBytes = 32;
    private const byte Version = 1;

    private readonly byte[] _salt;

    private SealHeader(ulong keyId, byte[] salt)
    {
        KeyId = keyId;
        _salt = salt;
    }

    /// <summary>Id of the key it was sealed under.</summary>
    public ulong KeyId { get; }

    /// <summary>What makes the object's key its own; 32 bytes.</summary>
    public ReadOnlySpan<byte> Salt => _salt;

    private static ReadOnlySpan<byte> Magic => "BLPS"u8;

    /// <summary>The header of a new object.</summary>
    /// <param name="key">The key to seal under.</param>
    public static SealHeader For(MasterKey key) => new(key.Id, RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>Reads a header.</summary>
    /// <param name="source">The begin of sealed content.</param>
    /// <exception cref="SealException">It is not one of this version.</exception>
    public static SealHeader Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < Bytes || !source.StartsWith(Magic) || source[Magic.Length] != Version)
        {
            throw SealFormat.Changed();
        }
        var rest = source[(Magic.Length + 1)..Bytes];
        return new SealHeader(BinaryPrimitives.ReadUInt64BigEndian(rest), rest[MasterKey.IdBytes..].ToArray());
    }

    /// <summary>Writes the header.</summary>
    /// <param name="target">Takes <see cref="Bytes"/> bytes.</param>
    public void Write(Span<byte> target)
    {
        Magic.CopyTo(target);
        target[Magic.Length] = Version;
        BinaryPrimitives.WriteUInt64BigEndian(target[(Magic.Length + 1)..], KeyId);
        _salt.CopyTo(target[(Magic.Length + 1 + MasterKey.IdBytes)..]);
    }
}
