namespace Bleep.Server.Jobs;

/// <summary>Names what is no media, for the error that a client reads.</summary>
internal static class ContentTypes
{
    private static readonly (byte[] Magic, string Type)[] s_known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("%PDF"u8.ToArray(), "application/pdf"),
        ("PK\u0003\u0004"u8.ToArray(), "application/zip"),
        ([0x1F, 0x8B], "application/gzip"),
        ("RIFF"u8.ToArray(), "audio/x-wav"),
        ("OggS"u8.ToArray(), "application/ogg"),
        ("ID3"u8.ToArray(), "audio/mpeg"),
        ("fLaC"u8.ToArray(), "audio/flac"),
        ([0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"),
    ];

    /// <summary>The media type that a file's first bytes suggest.</summary>
    /// <param name="head">The first bytes; a few hundred do.</param>
    public static string Guess(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return "application/x-empty";
        }
        foreach (var (magic, type) in s_known)
        {
            if (head.StartsWith(magic))
            {
                return type;
            }
        }
        if (head.Length > 8 && head[4..8].SequenceEqual("ftyp"u8))
        {
            return "video/mp4";
        }
        if (head.ContainsAnyInRange((byte)0, (byte)8))
        {
            return "application/octet-stream";
        }
        var text = head.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) ? "text/html" : text.StartsWith("{"u8) ? "application/json" : "text/plain";
    }
}
