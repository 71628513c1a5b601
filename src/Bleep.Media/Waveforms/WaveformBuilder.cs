using System.Collections.Immutable;
using System.Numerics;

namespace Bleep.Media.Waveforms;

/// <summary>
/// Gathers the outline of a sound of unknown length in fixed memory: whenever the stretches run out, neighbours are joined and
/// stretches become twice as long.
/// </summary>
internal sealed class WaveformBuilder(int count, int sampleRateHz, int channels)
{
    // Several fine stretches for each of the result, so that those may be cut anew at the end.
    private const int Fineness = 8;

    private readonly float[] _lowest = new float[count * Fineness];
    private readonly float[] _highest = new float[count * Fineness];
    private long _stretchFrames = 1;
    private long _framesInStretch;
    private long _frames;
    private int _stretch;

    /// <summary>Frames taken in so far.</summary>
    public long Frames => _frames;

    /// <summary>Takes in the next samples.</summary>
    /// <param name="interleaved">Whole frames.</param>
    /// <param name="fullScale">Value that becomes one.</param>
    public void Add<T>(ReadOnlySpan<T> interleaved, float fullScale)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        while (!interleaved.IsEmpty)
        {
            if (_stretch == _lowest.Length)
            {
                Join();
            }
            int frames = (int)Math.Min(_stretchFrames - _framesInStretch, interleaved.Length / channels);
            var (low, high) = Extremes(interleaved[..(frames * channels)]);
            Widen(_stretch, float.CreateTruncating(low) / fullScale, float.CreateTruncating(high) / fullScale, _framesInStretch == 0);
            interleaved = interleaved[(frames * channels)..];
            _frames += frames;
            _framesInStretch += frames;
            if (_framesInStretch == _stretchFrames)
            {
                _stretch++;
                _framesInStretch = 0;
            }
        }
    }

    /// <summary>The outline of all that was taken in.</summary>
    public WaveformPeaks Build()
    {
        int used = _stretch + (_framesInStretch > 0 ? 1 : 0);
        var lowest = ImmutableArray.CreateBuilder<float>(count);
        var highest = ImmutableArray.CreateBuilder<float>(count);
        for (int bucket = 0; bucket < count; bucket++)
        {
            int from = (int)((long)bucket * used / count);
            int to = Math.Min(used, Math.Max(from + 1, (int)((long)(bucket + 1) * used / count)));
            float low = 0, high = 0;
            for (int fine = from; fine < to; fine++)
            {
                low = fine == from ? _lowest[fine] : Math.Min(low, _lowest[fine]);
                high = fine == from ? _highest[fine] : Math.Max(high, _highest[fine]);
            }
            lowest.Add(low);
            highest.Add(high);
        }
        var duration = new TimeSpan((long)((Int128)_frames * TimeSpan.TicksPerSecond / sampleRateHz));
        return new WaveformPeaks(duration, lowest.MoveToImmutable(), highest.MoveToImmutable());
    }

    private static (T Low, T High) Extremes<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T low = samples[0], high = samples[0];
        int at = 0;
        if (samples.Length >= Vector<T>.Count)
        {
            var lows = new Vector<T>(samples);
            var highs = lows;
            for (at = Vector<T>.Count; at <= samples.Length - Vector<T>.Count; at += Vector<T>.Count)
            {
                var next = new Vector<T>(samples[at..]);
                lows = Vector.Min(lows, next);
                highs = Vector.Max(highs, next);
            }
            for (int lane = 0; lane < Vector<T>.Count; lane++)
            {
                low = T.Min(low, lows[lane]);
                high = T.Max(high, highs[lane]);
            }
        }
        for (; at < samples.Length; at++)
        {
            low = T.Min(low, samples[at]);
            high = T.Max(high, samples[at]);
        }
        return (low, high);
    }

    private void Widen(int stretch, float low, float high, bool first)
    {
        // Float sound may hold anything; the outline holds numbers from -1 to 1.
        low = float.IsNaN(low) ? 0 : Math.Clamp(low, -1, 1);
        high = float.IsNaN(high) ? 0 : Math.Clamp(high, -1, 1);
        _lowest[stretch] = first ? low : Math.Min(_lowest[stretch], low);
        _highest[stretch] = first ? high : Math.Max(_highest[stretch], high);
    }

    private void Join()
    {
        _stretch /= 2;
        for (int stretch = 0; stretch < _stretch; stretch++)
        {
            _lowest[stretch] = Math.Min(_lowest[2 * stretch], _lowest[(2 * stretch) + 1]);
            _highest[stretch] = Math.Max(_highest[2 * stretch], _highest[(2 * stretch) + 1]);
        }
        _stretchFrames *= 2;
    }
}
