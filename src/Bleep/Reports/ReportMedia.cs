namespace Bleep.Reports;

/// <summary>The masked media as a report plays it.</summary>
/// <param name="Path">Where the file stands now.</param>
/// <param name="Name">Its own name, by which a report beside it refers to it.</param>
/// <param name="ContentType">Its media type, <c>audio/mpeg</c> for example.</param>
public sealed record ReportMedia(string Path, string Name, string ContentType)
{
    /// <summary>True when it has a picture.</summary>
    public bool IsVideo => ContentType.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Media type of a file by its extension.</summary>
    /// <param name="name">Name of the file.</param>
    public static string TypeOf(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        ".m4a" => "audio/mp4",
        ".aac" => "audio/aac",
        ".flac" => "audio/flac",
        ".ogg" or ".oga" or ".opus" => "audio/ogg",
        ".amr" => "audio/amr",
        ".mka" => "audio/x-matroska",
        ".weba" => "audio/webm",
        ".mp4" or ".m4v" => "video/mp4",
        ".mov" => "video/quicktime",
        ".webm" => "video/webm",
        ".mkv" => "video/x-matroska",
        ".3gp" => "video/3gpp",
        ".3g2" => "video/3gpp2",
        _ => "application/octet-stream",
    };
}
