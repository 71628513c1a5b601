namespace Bleep.Speech.Segmentation;

/// <summary>Loudness of 10 ms frames, in decibels over one step of a 16-bit sample.</summary>
internal static class FrameEnergy
{
    /// <summary>Samples of a frame.</summary>
    public const int SamplesPerFrame = ISpeechAudio.RequiredSampleRateHz / 100;

    /// <summary>Energy of a frame in which no sample differs from the next: digital silence, whatever its offset.</summary>
    public const float Silence = -20;

    /// <summary>Length of a number of frames.</summary>
    public static TimeSpan ToTime(int frames) => TimeSpan.FromMilliseconds(frames * 10L);

    /// <summary>Number of whole frames in a time.</summary>
    public static int FromTime(TimeSpan time) => (int)(time.Ticks / (TimeSpan.TicksPerMillisecond * 10));

    /// <summary>Energy of one frame, 10 log10 of the variance of its samples; an offset does not count as sound.</summary>
    /// <param name="frame">Its samples; shorter than <see cref="SamplesPerFrame"/> at the end of a recording.</param>
    public static float Measure(ReadOnlySpan<short> frame)
    {
        if (frame.IsEmpty)
        {
            return Silence;
        }
        long sum = 0, squares = 0;
        foreach (short sample in frame)
        {
            sum += sample;
            squares += sample * sample;
        }
        double mean = (double)sum / frame.Length;
        double variance = Math.Max(0, ((double)squares / frame.Length) - (mean * mean));
        return variance < 0.01 ? Silence : (float)(10 * Math.Log10(variance));
    }
}
