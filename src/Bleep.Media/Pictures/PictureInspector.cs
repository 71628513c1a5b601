using Bleep.Media.Processes;

namespace Bleep.Media.Pictures;

/// <summary>
/// Decides, codec by codec, how a coded picture is copied without captions or other data inside it. Where nothing is hidden the
/// picture is copied untouched; where something is, whole units are taken out and the coded slices stay as they are; where that
/// cannot be done, the copy is refused.
/// </summary>
internal static class PictureInspector
{
    // Everything but slices, parameter sets, delimiters, filler and the layered and multi-view extensions.
    private const string H264Other = "0|6|17|18|22-31";

    // Supplemental messages, reserved and unspecified units.
    private const string HevcOther = "39-63";

    private const string Mpeg2UserData = "178";

    // Metadata, reserved and padding units.
    private const string Av1Other = "0|5|9-15";

    // Application segments but the first (which holds the field order) and comments.
    private const string JpegOther = "225-239|254";

    /// <summary>Inspects the picture.</summary>
    /// <returns>The bitstream filter to copy it with, or null to copy it as it is.</returns>
    /// <exception cref="MediaException">It may hide something that cannot be removed.</exception>
    public static async Task<string?> FilterForAsync(MediaFile file, VideoTrack track, CancellationToken cancellationToken)
    {
        if (!DecoderConfiguration.IsClean(track.Codec, await DecoderConfiguration.ReadAsync(file, track, cancellationToken)))
        {
            throw new MediaException(MediaErrorKind.UncheckedPicture);
        }
        if (file.Info.Format is ContainerFormat.Matroska or ContainerFormat.WebM)
        {
            await BlockAdditions.RefuseAsync(file, track, cancellationToken);
        }
        switch (track.Codec)
        {
            case "h264":
                return await FilterIfHidingAsync("h264_mp4toannexb", H264Other, new NalJudge(isHevc: false));
            case "hevc":
                return await FilterIfHidingAsync("hevc_mp4toannexb", HevcOther, new NalJudge(isHevc: true));
            case "mpeg2video":
                return $"filter_units=remove_types={Mpeg2UserData}";
            case "av1":
                return $"filter_units=remove_types={Av1Other}";
            case "mjpeg":
                return $"filter_units=remove_types={JpegOther}";
            case "mpeg4":
                await RefuseHidingAsync(file, track, "dump_extra", new Mpeg4Judge(), cancellationToken);
                return null;
            case "h263":
                await RefuseHidingAsync(file, track, "null", new H263Judge(), cancellationToken);
                return null;
            case "vp8" or "vp9" or "prores":
                // Their bit streams have no place for foreign data.
                return null;
            default:
                throw new MediaException(MediaErrorKind.UncheckedPicture);
        }

        // Only the suspicious units come out of the first filter, so this is quick even for a long picture.
        async Task<string?> FilterIfHidingAsync(string unpack, string types, NalJudge judge) =>
            await IsHidingAsync(file, track, $"{unpack},filter_units=pass_types={types}", judge, cancellationToken)
                ? $"filter_units=remove_types={types}" : null;
    }

    private static async Task RefuseHidingAsync(
        MediaFile file, VideoTrack track, string filter, IPictureJudge judge, CancellationToken cancellationToken)
    {
        if (await IsHidingAsync(file, track, filter, judge, cancellationToken))
        {
            throw new MediaException(MediaErrorKind.UncheckedPicture);
        }
    }

    private static async Task<bool> IsHidingAsync(
        MediaFile file, VideoTrack track, string filter, IPictureJudge judge, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. ToolInput.Quiet, "-xerror", .. ToolInput.Hostile(file.Info.Format, file.Source),
            "-map", $"0:{track.Index}", "-c", "copy", "-bsf:v", filter, "-f", "rawvideo", "pipe:1",
        ];
        await using var process = ToolProcess.Start(file.Tools, file.Tools.FfmpegPath, arguments, file.Limits);
        process.CloseInput();
        var buffer = new byte[64 * 1024];
        for (int read; !judge.FoundHidden && (read = await process.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            judge.Feed(buffer.AsSpan(0, read));
        }
        judge.End();
        if (judge.FoundHidden)
        {
            return true;
        }
        if (await process.WaitAsync(cancellationToken) != 0)
        {
            throw new MediaException(MediaErrorKind.UncheckedPicture, "The picture could not be read through; ask for audio only.");
        }
        return false;
    }
}
