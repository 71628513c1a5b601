using Bleep.Transcripts;

namespace Bleep.Media.Masking;

/// <summary>
/// A masked stretch in frames, <c>[Start, End)</c>, with the lengths of its fades. Frame <c>n</c> stands for the instant
/// <c>n / rate</c>: no frame before the padded start or from the padded end on is touched, and every frame that overlaps
/// the unpadded time is replaced wholly.
/// </summary>
internal readonly record struct SampleInterval(long Start, long End, int FadeIn, int FadeOut)
{
    /// <summary>Pads, merges and converts.</summary>
    public static SampleInterval[] Of(Timeline masks, MaskOptions options, int sampleRateHz)
    {
        var padded = masks.Pad(options.Padding);
        long ramp = Ceiling(options.Ramp, sampleRateHz);
        var intervals = new List<SampleInterval>(padded.Ranges.Length);
        int inner = 0;
        foreach (var range in padded.Ranges)
        {
            var firstStart = masks.Ranges[inner].Start;
            var lastEnd = masks.Ranges[inner].End;
            for (; inner < masks.Ranges.Length && masks.Ranges[inner].Start < range.End; inner++)
            {
                lastEnd = masks.Ranges[inner].End;
            }
            long start = Ceiling(range.Start, sampleRateHz);
            long end = Floor(range.End, sampleRateHz);
            long fadeIn = Math.Clamp(Floor(firstStart, sampleRateHz) - start, 0, ramp);
            long fadeOut = Math.Clamp(end - Ceiling(lastEnd, sampleRateHz), 0, ramp);
            if (end > start)
            {
                intervals.Add(new SampleInterval(start, end, (int)fadeIn, (int)fadeOut));
            }
        }
        return [.. intervals];
    }

    /// <summary>Share of the mask in the frame, from zero to one; exactly one outside the fades.</summary>
    public double WeightAt(long frame)
    {
        long fromStart = frame - Start;
        if (fromStart < FadeIn)
        {
            return Raised(fromStart, FadeIn);
        }
        long toEnd = End - 1 - frame;
        return toEnd < FadeOut ? Raised(toEnd, FadeOut) : 1;
    }

    private static double Raised(long step, int steps) => 0.5 - (0.5 * Math.Cos(Math.PI * (step + 1) / (steps + 1)));

    private static long Floor(TimeSpan time, int rate) => (long)((Int128)time.Ticks * rate / TimeSpan.TicksPerSecond);

    private static long Ceiling(TimeSpan time, int rate) =>
        (long)((((Int128)time.Ticks * rate) + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
}
