using System.Globalization;
using Bleep.Media.Processes;

namespace Bleep.Media.Probing;

/// <summary>Holds the length of the sound against the limits, counting where the header does not say or says little.</summary>
internal static class SoundLength
{
    private static readonly TimeSpan s_trusted = TimeSpan.FromSeconds(1);

    /// <summary>Checks the length.</summary>
    /// <returns>The length of the recording as well as it can be told without decoding all of it.</returns>
    /// <exception cref="MediaException">Too short, too long, or no sample at all.</exception>
    public static async Task<TimeSpan> CheckedAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var limits = file.Limits;
        var duration = file.Info.Duration;
        if (duration == TimeSpan.Zero)
        {
            duration = await CountPacketsAsync(file, cancellationToken);
        }
        if (duration > limits.MaxDuration)
        {
            throw new MediaException(MediaErrorKind.TooLarge, "The sound is longer than the limits allow.");
        }
        if (duration >= s_trusted && duration >= limits.MinDuration)
        {
            return duration;
        }
        return await DecodeShortAsync(file, duration, cancellationToken);
    }

    private static async Task<TimeSpan> DecodeShortAsync(MediaFile file, TimeSpan duration, CancellationToken cancellationToken)
    {
        await using var pcm = await file.OpenPcmAsync(new PcmFormat(Channels: 1), cancellationToken);
        long wanted = (long)Math.Ceiling(file.Limits.MinDuration.TotalSeconds * pcm.SampleRateHz);
        var buffer = new short[8192];
        long frames = 0;
        while (frames < wanted)
        {
            int read = await pcm.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                throw new MediaException(MediaErrorKind.TooShort);
            }
            frames += read;
        }
        var heard = TimeSpan.FromSeconds((double)frames / pcm.SampleRateHz);
        return duration > TimeSpan.Zero ? duration : heard;
    }

    // Some writers (browsers that record, pipes) cannot go back to write the length; then the packets tell it.
    private static async Task<TimeSpan> CountPacketsAsync(MediaFile file, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. ToolInput.Quiet, .. ToolInput.Hostile(file.Info.Format, file.Source),
            "-map", $"0:{file.Track.Index}", "-c", "copy", "-f", "null", "-stats_period", "5", "-progress", "pipe:1", "-",
        ];
        await using var process = ToolProcess.Start(file.Tools, file.Tools.FfmpegPath, arguments, file.Limits);
        process.CloseInput();
        var progress = new BoundedTail(4096);
        var buffer = new byte[4096];
        for (int read; (read = await process.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            progress.Append(buffer.AsSpan(0, read));
        }
        await process.WaitAsync(cancellationToken);
        const string Key = "out_time_us=";
        var text = progress.ToString();
        int at = text.LastIndexOf(Key, StringComparison.Ordinal);
        if (at < 0)
        {
            return TimeSpan.Zero;
        }
        var value = text[(at + Key.Length)..].Split('\n', 2)[0];
        return long.TryParse(value, CultureInfo.InvariantCulture, out long microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds)
            : TimeSpan.Zero;
    }
}
