using System.Numerics.Tensors;
using Bleep.Media;
using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>
/// Tells where the sound of the original is still in the result, by correlating the two. It needs no recogniser: a beep, silence or
/// another sound does not correlate with speech, and lossy coding does not hide that it does.
/// </summary>
internal sealed class SoundComparison
{
    private const int RateHz = 8000;
    private const int BlockLength = RateHz / 20;

    /// <summary>Correlation from which a block counts as the original's. Speech against a tone stays far below, coded speech far above.</summary>
    private const double SameSound = 0.6;

    /// <summary>Mean power below which a block is silence in either file: about -60 dB of full scale.</summary>
    private const double SilentPower = 30 * 30;

    /// <summary>Farthest that the two files may be shifted against each other: coders put up to 0.1 s in front.</summary>
    private const int MaxShift = RateHz / 10;

    /// <summary>How far the shift may be off by rounding.</summary>
    private const int ShiftSlack = 12;

    private readonly MediaFile _original;
    private readonly MediaFile _result;

    public SoundComparison(MediaFile original, MediaFile result) => (_original, _result) = (original, result);

    /// <summary>Measures for how long each stretch is to be heard in the result.</summary>
    /// <param name="stretches">Stretches in the order of their start; they may overlap.</param>
    /// <param name="masked">Where the two files differ on purpose, so that their shift is measured elsewhere.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One length a stretch.</returns>
    public async Task<TimeSpan[]> MeasureAsync(IReadOnlyList<TimeRange> stretches, Timeline masked, CancellationToken cancellationToken)
    {
        int shift = await FindShiftAsync(masked, cancellationToken);
        var audible = new long[stretches.Count];
        // Overlapping stretches share what is read: each piece of time is compared once.
        var pieces = Timeline.Of(stretches);
        await using var original = await SampleWindow.OpenAsync(_original, RateHz, cancellationToken);
        await using var result = await SampleWindow.OpenAsync(_result, RateHz, cancellationToken);
        foreach (var piece in pieces.Ranges)
        {
            long end = SampleAt(piece.End);
            for (long start = SampleAt(piece.Start); start + (BlockLength / 2) < end; start += BlockLength)
            {
                int length = (int)Math.Min(BlockLength, end - start);
                var ours = await original.ReadAsync(start, length, cancellationToken);
                var theirs = await result.ReadAsync(start + shift - ShiftSlack, length + (2 * ShiftSlack), cancellationToken);
                if (!IsSameSound(ours.Span, theirs.Span))
                {
                    continue;
                }
                var block = new TimeRange(TimeAt(start), TimeAt(start + length));
                for (int index = 0; index < stretches.Count; index++)
                {
                    audible[index] += stretches[index].Intersect(block).Duration.Ticks;
                }
            }
        }
        return [.. audible.Select(ticks => new TimeSpan(ticks))];
    }

    /// <summary>How many samples later the result has what the original has, measured where nothing is masked.</summary>
    private async Task<int> FindShiftAsync(Timeline masked, CancellationToken cancellationToken)
    {
        const int ProbeLength = RateHz;
        await using var original = await SampleWindow.OpenAsync(_original, RateHz, cancellationToken);
        await using var result = await SampleWindow.OpenAsync(_result, RateHz, cancellationToken);
        var length = _original.Info.Duration;
        for (var start = TimeSpan.FromMilliseconds(200); start + TimeSpan.FromSeconds(1) < length; start += TimeSpan.FromSeconds(0.5))
        {
            if (masked.Overlaps(new TimeRange(start, start + TimeSpan.FromSeconds(1.2))))
            {
                continue;
            }
            var ours = await original.ReadAsync(SampleAt(start), ProbeLength, cancellationToken);
            var theirs = await result.ReadAsync(SampleAt(start) - MaxShift, ProbeLength + (2 * MaxShift), cancellationToken);
            if (ours.Length < ProbeLength || theirs.Length < ProbeLength + (2 * MaxShift) || Power(ours.Span) < SilentPower * 10)
            {
                continue;
            }
            (double correlation, int offset) = BestCorrelation(ours.Span, theirs.Span);
            if (correlation > SameSound)
            {
                return offset - MaxShift;
            }
        }
        return 0;
    }

    private static bool IsSameSound(ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs) =>
        theirs.Length > ours.Length && Power(ours) > SilentPower && BestCorrelation(ours, theirs).Correlation > SameSound;

    private static (double Correlation, int Offset) BestCorrelation(ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs)
    {
        double ownNorm = TensorPrimitives.Norm(ours);
        (double best, int bestOffset) = (0, 0);
        for (int offset = 0; offset + ours.Length <= theirs.Length; offset++)
        {
            var other = theirs.Slice(offset, ours.Length);
            double norm = TensorPrimitives.Norm(other);
            if (norm * norm < SilentPower * ours.Length)
            {
                continue;
            }
            // Turned upside down it is the same sound.
            double correlation = Math.Abs(TensorPrimitives.Dot(ours, other)) / (ownNorm * norm);
            if (correlation > best)
            {
                (best, bestOffset) = (correlation, offset);
            }
        }
        return (best, bestOffset);
    }

    private static double Power(ReadOnlySpan<float> samples) => TensorPrimitives.SumOfSquares(samples) / Math.Max(1, samples.Length);

    private static long SampleAt(TimeSpan time) => time.Ticks * RateHz / TimeSpan.TicksPerSecond;

    private static TimeSpan TimeAt(long sample) => new(sample * TimeSpan.TicksPerSecond / RateHz);
}
