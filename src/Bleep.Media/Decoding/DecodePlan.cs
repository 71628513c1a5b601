using Bleep.Media.Files;
using Bleep.Media.Processes;

namespace Bleep.Media.Decoding;

/// <summary>The command that decodes one sound track of a file to raw samples on standard output.</summary>
internal sealed record DecodePlan(MediaInfo Info, SourceFile Source, AudioTrack Track)
{
    public required PcmSampleKind Kind { get; init; }

    public required int SampleRateHz { get; init; }

    public required int Channels { get; init; }

    /// <summary>Zero-based channel taken alone; null takes all.</summary>
    public int? OnlyChannel { get; init; }

    public IEnumerable<string> Arguments()
    {
        List<string> filters = [];
        if (HasTimestamps)
        {
            // Gaps in the time stamps become silence, otherwise all that follows would sound too early. With a picture time zero is
            // the recording's, not the sound's own, so a sound track that starts late begins with silence.
            filters.Add($"aresample={SampleRateHz}:async=1" + (Info.HasVideo ? ":first_pts=0" : ""));
        }
        if (OnlyChannel is { } channel)
        {
            filters.Add($"pan=mono|c0=c{channel}");
        }
        return
        [
            .. ToolInput.Quiet, .. Info.HasVideo ? ToolInput.Timed(Info, Source) : ToolInput.Hostile(Info.Format, Source),
            "-map", $"0:{Track.Index}", "-vn", "-sn", "-dn",
            .. filters.Count > 0 ? (string[])["-af", string.Join(',', filters)] : [],
            "-ar", $"{SampleRateHz}", "-ac", $"{(OnlyChannel is null ? Channels : 1)}",
            "-f", Kind.RawFormat(), "pipe:1",
        ];
    }

    private bool HasTimestamps => Info.Format is ContainerFormat.M4a or ContainerFormat.Mp4 or ContainerFormat.Mov
        or ContainerFormat.ThreeGp or ContainerFormat.Matroska or ContainerFormat.WebM;
}
