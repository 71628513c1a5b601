namespace Bleep.Server.Security;

/// <summary>Seals with the current key of a ring and opens with any of its keys; see <see cref="SealFormat"/> for the layout.</summary>
/// <param name="ring">The keys.</param>
internal sealed class AesContentCipher(KeyRing ring) : IContentCipher
{
    /// <inheritdoc/>
    public byte[] Seal(ReadOnlySpan<byte> content, string objectName)
    {
        byte[] target = new byte[SealFormat.SealedLength(content.Length)];
        var header = SealHeader.For(ring.Current);
        header.Write(target);
        using var cipher = new ChunkCipher(ring.Current, header, objectName);
        long chunks = SealFormat.ChunksOf(content.Length);
        var rest = target.AsSpan(SealHeader.Bytes);
        for (long index = 0; index < chunks; index++)
        {
            int length = Math.Min(SealFormat.ChunkBytes, content.Length);
            cipher.Seal(index, index == chunks - 1, content[..length], rest);
            content = content[length..];
            rest = rest[(length + SealFormat.TagBytes)..];
        }
        return target;
    }

    /// <inheritdoc/>
    public byte[] Open(ReadOnlySpan<byte> sealedContent, string objectName)
    {
        var header = SealHeader.Read(sealedContent);
        byte[] content = new byte[SealFormat.ContentLength(sealedContent.Length)];
        using var cipher = new ChunkCipher(KeyOf(header), header, objectName);
        long chunks = SealFormat.ChunksOf(content.Length);
        var source = sealedContent[SealHeader.Bytes..];
        var rest = content.AsSpan();
        for (long index = 0; index < chunks; index++)
        {
            int length = Math.Min(SealFormat.SealedChunkBytes, source.Length);
            rest = rest[cipher.Open(index, index == chunks - 1, source[..length], rest)..];
            source = source[length..];
        }
        return content;
    }

    /// <inheritdoc/>
    public Stream SealTo(Stream target, string objectName)
    {
        var header = SealHeader.For(ring.Current);
        return new SealingStream(target, header, new ChunkCipher(ring.Current, header, objectName));
    }

    /// <inheritdoc/>
    public Stream OpenFrom(Stream source, string objectName)
    {
        byte[] begin = new byte[SealHeader.Bytes];
        var header = SealHeader.Read(begin.AsSpan(0, source.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)));
        var cipher = new ChunkCipher(KeyOf(header), header, objectName);
        try
        {
            return source.CanSeek ? new SeekableOpeningStream(source, cipher) : new OpeningStream(source, cipher);
        }
        catch
        {
            cipher.Dispose();
            throw;
        }
    }

    private MasterKey KeyOf(SealHeader header) => ring.TryFind(header.KeyId, out var key)
        ? key
        : throw new SealException($"content was sealed under key {header.KeyId:x16}, which the key file lacks");
}
