using System.Globalization;
using Bleep.Media.Files;

namespace Bleep.Media.Processes;

/// <summary>How a media tool is told to open an input: as exactly one container, from exactly one file, and nothing else.</summary>
internal static class ToolInput
{
    /// <summary>Options that come first on every command line.</summary>
    public static IEnumerable<string> Quiet => ["-hide_banner", "-nostdin", "-v", "error"];

    /// <summary>Options and path of a hostile file.</summary>
    public static IEnumerable<string> Hostile(ContainerFormat format, SourceFile source) =>
        [.. Fence(format), "-i", source.ToolPath];

    /// <summary>The same for a file whose picture and sound must keep their distance: its clock is set to zero at the start.</summary>
    public static IEnumerable<string> Timed(MediaInfo info, SourceFile source) =>
    [
        "-copyts", "-itsoffset", (-info.Start.TotalSeconds).ToString("0.######", CultureInfo.InvariantCulture),
        .. Hostile(info.Format, source),
    ];

    /// <summary>Options that keep the tool to one demuxer and to local files.</summary>
    public static IEnumerable<string> Fence(ContainerFormat format)
    {
        var demuxer = Demuxer(format);
        List<string> options = ["-f", demuxer, "-format_whitelist", demuxer, "-protocol_whitelist", "file,pipe", "-threads", "1"];
        if (demuxer == "mov")
        {
            options.AddRange(["-enable_drefs", "0", "-use_absolute_path", "0"]);
        }
        return options;
    }

    private static string Demuxer(ContainerFormat format) => format switch
    {
        ContainerFormat.Wav => "wav",
        ContainerFormat.Mp3 => "mp3",
        ContainerFormat.Aac => "aac",
        ContainerFormat.Flac => "flac",
        ContainerFormat.Ogg => "ogg",
        ContainerFormat.Amr or ContainerFormat.AmrWb => "amr",
        ContainerFormat.Matroska or ContainerFormat.WebM => "matroska",
        _ => "mov",
    };
}
