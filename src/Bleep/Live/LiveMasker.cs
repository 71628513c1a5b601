using Bleep.Media.Masking;
using Bleep.Transcripts;

namespace Bleep.Live;

/// <summary>
/// Masks live sound behind a delay. Samples come out in the order they came in, none is lost or added, and none comes out before everything
/// that could hide it is decided; where decisions lag behind, the delay grows. Mono, 16 bits. Not thread-safe.
/// </summary>
/// <param name="options">How sound is masked.</param>
/// <param name="sampleRateHz">Samples a second.</param>
/// <param name="delay">Least delay between what came in last and what comes out.</param>
public sealed class LiveMasker(MaskOptions options, int sampleRateHz, TimeSpan delay)
{
    // Of what is decided, so much stays: a mask that begins a little later is padded into it.
    private static readonly TimeSpan s_margin = TimeSpan.FromMilliseconds(40);

    private readonly SampleQueue _undecided = new();
    private readonly SampleQueue _masked = new();
    private readonly List<TimeRange> _masks = [];
    private readonly long _delaySamples = SamplesOf(delay, sampleRateHz);
    private long _received;
    private long _released;
    private bool _isComplete;

    /// <summary>Samples that are kept at present, decided or not.</summary>
    public long Kept => _received - _released;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Samples that follow those taken last.</param>
    public void Add(ReadOnlySpan<short> samples)
    {
        _undecided.Add(samples);
        _received += samples.Length;
    }

    /// <summary>Takes times to hide; none of them lies before what was settled.</summary>
    /// <param name="masks">Times from the start of the session, without padding.</param>
    public void Hide(Timeline masks) => _masks.AddRange(masks.Ranges);

    /// <summary>Says that no time before this one will be hidden any more, beyond what <see cref="Hide"/> was told.</summary>
    /// <param name="until">Time from the start of the session.</param>
    public void Settle(TimeSpan until)
    {
        if (!_isComplete)
        {
            Decide(SamplesOf(until - options.Padding - s_margin, sampleRateHz));
        }
    }

    /// <summary>Says that nothing more comes: everything is decided and may come out at once.</summary>
    public void Complete()
    {
        _isComplete = true;
        Decide(_received);
    }

    /// <summary>Takes the samples that may come out now; empty when there are none.</summary>
    /// <param name="maxSamples">Most samples to take.</param>
    /// <param name="minSamples">Fewer than these are left for later.</param>
    public short[] Take(int maxSamples, int minSamples = 1)
    {
        long due = _isComplete ? _received : _received - _delaySamples;
        long count = Math.Min(Math.Min(due - _released, _masked.Count), maxSamples);
        if (count < Math.Max(1, minSamples))
        {
            return [];
        }
        _released += count;
        return _masked.Take((int)count);
    }

    private void Decide(long frontier)
    {
        long from = _received - _undecided.Count;
        frontier = Math.Min(frontier, _received);
        var masks = Timeline.Of(_masks);
        if (!_isComplete)
        {
            // A mask is made in one piece: with its ramps, and one tone all through.
            foreach (var range in masks.Pad(options.Padding).Ranges.Reverse())
            {
                long start = SamplesOf(range.Start, sampleRateHz);
                if (start < frontier && SamplesOf(range.End, sampleRateHz) >= frontier)
                {
                    frontier = start;
                }
            }
        }
        if (frontier <= from)
        {
            return;
        }
        short[] samples = _undecided.Take((int)(frontier - from));
        var origin = TimeOf(from);
        var end = TimeOf(frontier);
        var masker = new PcmMasker(Shift(masks, origin), options, sampleRateHz, channels: 1);
        masker.Process(samples);
        _masked.Add(samples);
        _masks.RemoveAll(range => range.End + options.Padding <= end);
    }

    private static Timeline Shift(Timeline masks, TimeSpan origin) => Timeline.Of(masks.Ranges.Select(range =>
        new TimeRange(range.Start > origin ? range.Start - origin : TimeSpan.Zero, range.End - origin)));

    // Whole samples of any usual rate are no whole ticks; rounding up keeps a time from falling before its sample.
    private TimeSpan TimeOf(long sample) => new((long)(((Int128)sample * TimeSpan.TicksPerSecond + sampleRateHz - 1) / sampleRateHz));

    private static long SamplesOf(TimeSpan time, int rate) => (long)((Int128)time.Ticks * rate / TimeSpan.TicksPerSecond);
}
