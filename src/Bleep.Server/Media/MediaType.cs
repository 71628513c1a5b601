using System.Collections.Frozen;
using Bleep.Server.Storage;

namespace Bleep.Server.Media;

/// <summary>What a file extension of redacted media stands for.</summary>
/// <param name="Kind">Where the media is kept.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record MediaType(BlobKind Kind, string ContentType)
{
    private static readonly FrozenDictionary<string, MediaType> s_types = new Dictionary<string, MediaType>
    {
        ["mp3"] = new(BlobKind.Audio, "audio/mpeg"),
        ["wav"] = new(BlobKind.Audio, "audio/wav"),
        ["mp4"] = new(BlobKind.Video, "video/mp4"),
        ["m4v"] = new(BlobKind.Video, "video/mp4"),
        ["mov"] = new(BlobKind.Video, "video/quicktime"),
        ["mkv"] = new(BlobKind.Video, "video/x-matroska"),
        ["webm"] = new(BlobKind.Video, "video/webm"),
        ["3gp"] = new(BlobKind.Video, "video/3gpp"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds a type.</summary>
    /// <param name="extension">An extension in lower case, without the dot.</param>
    /// <returns>The type, or null when redacted media never has this extension.</returns>
    public static MediaType? Of(string extension) => s_types.GetValueOrDefault(extension);
}
