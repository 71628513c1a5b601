using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bleep.Server.Security;

/// <summary>
/// Seals and opens the chunks of one object (AES-256-GCM, NIST SP 800-38D). The object has a key of its own, by HKDF-SHA-256 from the
/// content subkey and the header's random salt, so a counter is a nonce that never comes twice. Each chunk is bound to header, object name,
/// index and whether it is the last one; that makes cutting off, reordering and exchanging fail (the STREAM idea of Hoang et al., 2015).
/// Not thread-safe.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    private const int NonceBytes = 12;
    private const int PrefixBytes = 4;

    private readonly AesGcm _aes;
    private readonly byte[] _nonce = new byte[NonceBytes];
    private readonly byte[] _associated;

    /// <param name="key">The key named in the header.</param>
    /// <param name="header">Header of the object.</param>
    /// <param name="objectName">What the content belongs to.</param>
    public ChunkCipher(MasterKey key, SealHeader header, string objectName)
    {
        byte[] content = key.Derive("bleep content v1"u8);
        Span<byte> material = stackalloc byte[MasterKey.SecretBytes + PrefixBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, content, material, header.Salt, "bleep object v1"u8);
        _aes = new AesGcm(material[..MasterKey.SecretBytes], SealFormat.TagBytes);
        material[MasterKey.SecretBytes..].CopyTo(_nonce);
        CryptographicOperations.ZeroMemory(material);
        CryptographicOperations.ZeroMemory(content);

        // Fixed lengths first, so that no two different sets of values read the same.
        _associated = new byte[SealHeader.Bytes + sizeof(long) + 1 + Encoding.UTF8.GetByteCount(objectName)];
        header.Write(_associated);
        Encoding.UTF8.GetBytes(objectName, _associated.AsSpan(SealHeader.Bytes + sizeof(long) + 1));
    }

    /// <summary>Seals a chunk. An index may be used once only.</summary>
    /// <param name="index">Number of the chunk, from 0.</param>
    /// <param name="isLast">True for the object's last one.</param>
    /// <param name="content">The content.</param>
    /// <param name="target">Takes content and tag: <see cref="SealFormat.TagBytes"/> more than the content.</param>
    public void Seal(long index, bool isLast, ReadOnlySpan<byte> content, Span<byte> target)
    {
        Bind(index, isLast);
        _aes.Encrypt(_nonce, content, target[..content.Length], target.Slice(content.Length, SealFormat.TagBytes), _associated);
    }

    /// <summary>Opens a chunk.</summary>
    /// <param name="index">Number of the chunk, from 0.</param>
    /// <param name="isLast">True for the object's last one.</param>
    /// <param name="chunk">Content and tag as sealed.</param>
    /// <param name="target">Takes the content.</param>
    /// <returns>Length of the content, in bytes.</returns>
    /// <exception cref="SealException">It is not this chunk of this object.</exception>
    public int Open(long index, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> target)
    {
        int length = chunk.Length - SealFormat.TagBytes;
        if (length < 0)
        {
            throw SealFormat.Changed();
        }
        Bind(index, isLast);
        try
        {
            _aes.Decrypt(_nonce, chunk[..length], chunk[length..], target[..length], _associated);
        }
        catch (CryptographicException exception)
        {
            throw SealFormat.Changed(exception);
        }
        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();

    private void Bind(long index, bool isLast)
    {
        BinaryPrimitives.WriteInt64BigEndian(_nonce.AsSpan(PrefixBytes), index);
        BinaryPrimitives.WriteInt64BigEndian(_associated.AsSpan(SealHeader.Bytes), index);
        _associated[SealHeader.Bytes + sizeof(long)] = isLast ? (byte)1 : (byte)0;
    }
}
