using Bleep.Media.Processes;

namespace Bleep.Media.Pictures;

/// <summary>
/// Matroska may put bytes of any meaning beside each block of a track: transparency, captions, anything. They would be copied
/// with the picture, so a file that has them is refused.
/// </summary>
internal static class BlockAdditions
{
    private static ReadOnlySpan<byte> Marker => "BlockAdditional"u8;

    public static async Task RefuseAsync(MediaFile file, VideoTrack track, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", .. ToolInput.Fence(file.Info.Format), "-select_streams", $"{track.Index}",
            "-show_entries", "packet=:packet_side_data=side_data_type", "-of", "csv=p=0", "-i", file.Source.ToolPath,
        ];
        await using var process = ToolProcess.Start(file.Tools, file.Tools.FfprobePath, arguments, file.Limits);
        process.CloseInput();
        var buffer = new byte[16 * 1024];
        int kept = 0;
        for (int read; (read = await process.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0;)
        {
            int length = kept + read;
            if (buffer.AsSpan(0, length).IndexOf(Marker) >= 0)
            {
                throw new MediaException(MediaErrorKind.UncheckedPicture);
            }
            // The word may lie across two readings.
            kept = Math.Min(Marker.Length - 1, length);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }
        if (await process.WaitAsync(cancellationToken) != 0)
        {
            throw new MediaException(MediaErrorKind.UncheckedPicture);
        }
    }
}
