namespace Bleep.Server.Security;

/// <summary>
/// Seals what must not be readable where it is stored. Sealed content is bound to the object it belongs to: under another name, cut off,
/// or with parts swapped it does not open. Thread-safe.
/// </summary>
public interface IContentCipher
{
    /// <summary>Seals a small value.</summary>
    /// <param name="content">What is to be hidden.</param>
    /// <param name="objectName">What it belongs to, for example <c>transcripts/ID/request</c>.</param>
    byte[] Seal(ReadOnlySpan<byte> content, string objectName);

    /// <summary>Opens a small value.</summary>
    /// <param name="sealedContent">What <see cref="Seal"/> made.</param>
    /// <param name="objectName">The name it was sealed under.</param>
    /// <exception cref="SealException">It was changed, belongs to another object, or its key is not here.</exception>
    byte[] Open(ReadOnlySpan<byte> sealedContent, string objectName);

    /// <summary>A write-only stream that seals in chunks what is written to it. Only its disposal writes the end, without which it does not open.</summary>
    /// <param name="target">Where the sealed bytes go; stays open.</param>
    /// <param name="objectName">What the content belongs to.</param>
    Stream SealTo(Stream target, string objectName);

    /// <summary>A read-only stream of what was sealed; seekable when its source is. Reading throws <see cref="SealException"/> on any change.</summary>
    /// <param name="source">The sealed bytes; closed with the stream returned.</param>
    /// <param name="objectName">The name it was sealed under.</param>
    /// <exception cref="SealException">The header is broken or its key is not here.</exception>
    Stream OpenFrom(Stream source, string objectName);
}
