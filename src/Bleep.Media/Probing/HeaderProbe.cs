using System.Globalization;
using System.Text.Json;
using Bleep.Media.Files;
using Bleep.Media.Processes;

namespace Bleep.Media.Probing;

/// <summary>Asks ffprobe what tracks a file holds. Tags are not asked for.</summary>
internal static class HeaderProbe
{
    private const int MaxAnswerBytes = 4 << 20;

    // The loader's own exit code, when the memory limit is too low even for the program's libraries.
    private const int ProgramNotLoaded = 127;

    // A clock may start this far from zero because of an encoder's run-up, which nobody hears.
    private static readonly TimeSpan s_runUp = TimeSpan.FromMilliseconds(150);

    /// <summary>Reads the header.</summary>
    /// <returns>What the file holds; the duration is zero when the header does not say.</returns>
    public static async Task<MediaInfo> ReadAsync(
        ContainerFormat format, SourceFile source, MediaTools tools, MediaLimits limits, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", .. ToolInput.Fence(format),
            "-show_entries",
            "format=duration,start_time:stream=index,codec_type,codec_name,sample_fmt,sample_rate,channels,bits_per_sample,"
            + "bits_per_raw_sample,bit_rate,duration,width,height:stream_disposition=attached_pic,timed_thumbnails",
            "-of", "json=compact=1", "-i", source.ToolPath,
        ];
        var timed = limits with { IdleTimeout = limits.ProbeTimeout };
        await using var process = ToolProcess.Start(tools, tools.FfprobePath, arguments, timed);
        process.CloseInput();
        var answer = await process.ReadAllAsync(MaxAnswerBytes, cancellationToken);
        int exitCode = await process.WaitAsync(cancellationToken);
        if (exitCode is ProgramNotLoaded || process.Errors.Contains("Cannot allocate memory"))
        {
            throw new MediaException(MediaErrorKind.ToolFailed, "The media tool did not get the memory it needs.");
        }
        if (exitCode != 0)
        {
            throw new MediaException(process.Errors.Contains("moov atom not found") ? MediaErrorKind.Truncated : MediaErrorKind.NotMedia);
        }
        return Parse(answer, format, source.Length);
    }

    internal static MediaInfo Parse(ReadOnlyMemory<byte> json, ContainerFormat format, long sizeBytes)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var duration = TimeSpan.Zero;
            var start = TimeSpan.Zero;
            if (root.TryGetProperty("format", out var container))
            {
                duration = Seconds(container, "duration");
                start = Seconds(container, "start_time");
            }
            var sounds = new List<AudioTrack>();
            var pictures = new List<VideoTrack>();
            if (root.TryGetProperty("streams", out var streams))
            {
                foreach (var stream in streams.EnumerateArray())
                {
                    Add(stream, sounds, pictures);
                    var own = Seconds(stream, "duration");
                    duration = own > duration ? own : duration;
                }
            }
            return new MediaInfo
            {
                Format = format,
                SizeBytes = sizeBytes,
                Duration = duration,
                AudioTracks = sounds,
                VideoTracks = pictures,
                Start = start > s_runUp || start < -s_runUp ? start : TimeSpan.Zero,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new MediaException(MediaErrorKind.NotMedia, "The header of the file cannot be read.", error);
        }
    }

    private static void Add(JsonElement stream, List<AudioTrack> sounds, List<VideoTrack> pictures)
    {
        int index = Whole(stream, "index");
        var codec = Text(stream, "codec_name");
        switch (Text(stream, "codec_type"))
        {
            case "audio":
                sounds.Add(new AudioTrack(index, codec, Whole(stream, "sample_rate"), Whole(stream, "channels"))
                {
                    SampleFormat = Text(stream, "sample_fmt"),
                    BitsPerSample = Math.Max(Whole(stream, "bits_per_raw_sample"), Whole(stream, "bits_per_sample")),
                    BitRate = Number(stream, "bit_rate"),
                });
                break;
            case "video" when !IsCover(stream):
                pictures.Add(new VideoTrack(index, codec, Whole(stream, "width"), Whole(stream, "height")));
                break;
            default:
                break;
        }
    }

    private static bool IsCover(JsonElement stream) => stream.TryGetProperty("disposition", out var disposition)
        && (Number(disposition, "attached_pic") != 0 || Number(disposition, "timed_thumbnails") != 0);

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long Number(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return 0;
        }
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out long number) ? number : 0,
            JsonValueKind.String => long.TryParse(value.GetString(), CultureInfo.InvariantCulture, out long number) ? number : 0,
            _ => 0,
        };
    }

    private static int Whole(JsonElement element, string name) => (int)Math.Clamp(Number(element, name), 0, int.MaxValue);

    private static TimeSpan Seconds(JsonElement element, string name) =>
        double.TryParse(Text(element, name), CultureInfo.InvariantCulture, out double seconds) && seconds is > -1e9 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;
}
