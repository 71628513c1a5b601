using Bleep.Media;

namespace Bleep.Pipeline;

/// <summary>Tells whether the two channels of a recording are one: a mono recording stored twice counts as mono.</summary>
internal static class StereoCheck
{
    private const int CheckRateHz = 8000;
    private const int FramesPerBlock = CheckRateHz / 10;

    /// <summary>Difference that lossy coding may leave between equal channels, against the sound itself: -30 dB.</summary>
    private const double MaxDifferenceRatio = 0.001;

    /// <summary>Difference that counts as rounding whatever the sound: two steps of a 16-bit sample.</summary>
    private const double RoundingPower = 4;

    /// <summary>Reads until the channels differ; only identical ones cost a whole decoding.</summary>
    /// <param name="file">A recording of two channels.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<bool> HasIdenticalChannelsAsync(MediaFile file, CancellationToken cancellationToken)
    {
        await using var stream = await file.OpenPcmAsync(new PcmFormat(CheckRateHz), cancellationToken);
        short[] block = new short[FramesPerBlock * 2];
        for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (Differ(block.AsSpan(0, read)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Differ(ReadOnlySpan<short> frames)
    {
        double sound = 0, difference = 0;
        for (int index = 0; index + 1 < frames.Length; index += 2)
        {
            double left = frames[index], right = frames[index + 1];
            sound += (left * left) + (right * right);
            difference += (left - right) * (left - right);
        }
        return difference > (sound * MaxDifferenceRatio) + (RoundingPower * (frames.Length / 2));
    }
}
