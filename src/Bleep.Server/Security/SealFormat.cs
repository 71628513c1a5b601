namespace Bleep.Server.Security;

/// <summary>
/// Layout of sealed content: the header, then chunks of 64 KiB and a tag each. The last chunk is shorter or full, and empty only when there
/// is no content at all, so every content has one length.
/// </summary>
internal static class SealFormat
{
    /// <summary>Content of a full chunk, in bytes.</summary>
    public const int ChunkBytes = 64 << 10;

    /// <summary>Length of an authentication tag, in bytes.</summary>
    public const int TagBytes = 16;

    /// <summary>Length of a full chunk as sealed, in bytes.</summary>
    public const int SealedChunkBytes = ChunkBytes + TagBytes;

    /// <summary>Number of chunks of a content, one at least.</summary>
    /// <param name="contentBytes">Its length.</param>
    public static long ChunksOf(long contentBytes) => Math.Max(1, (contentBytes + ChunkBytes - 1) / ChunkBytes);

    /// <summary>Length of a content as sealed, header included.</summary>
    /// <param name="contentBytes">Its length.</param>
    public static long SealedLength(long contentBytes) => SealHeader.Bytes + contentBytes + (ChunksOf(contentBytes) * TagBytes);

    /// <summary>Length of the content of something sealed.</summary>
    /// <param name="sealedBytes">Its length, header included.</param>
    /// <exception cref="SealException">No content has this length when sealed.</exception>
    public static long ContentLength(long sealedBytes)
    {
        long chunks = (sealedBytes - SealHeader.Bytes + SealedChunkBytes - 1) / SealedChunkBytes;
        long content = sealedBytes - SealHeader.Bytes - (chunks * TagBytes);
        return chunks > 0 && content >= 0 && SealedLength(content) == sealedBytes ? content : throw Changed();
    }

    /// <summary>The one answer to anything that does not open; which check failed is nobody's business.</summary>
    /// <param name="cause">The cause, or null.</param>
    public static SealException Changed(Exception? cause = null) => new("sealed content was changed, cut off, or belongs to another object", cause);
}
