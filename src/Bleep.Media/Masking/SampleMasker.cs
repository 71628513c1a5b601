using System.Numerics;
using Bleep.Transcripts;

namespace Bleep.Media.Masking;

/// <summary>
/// Masks samples of any kind block by block. The loudness of the beep is measured on sound that may be shown ahead of time
/// with <see cref="Look"/>; what is processed without having been shown is looked at then.
/// </summary>
/// <typeparam name="T">Type of a sample: short, int or float.</typeparam>
internal sealed class SampleMasker<T>
    where T : unmanaged, INumber<T>
{
    private readonly SampleInterval[] _masks;
    private readonly SampleInterval[] _silences;
    private readonly int[] _masked;
    private readonly SpeechLevel _level;
    private readonly MaskOptions _options;
    private readonly double _fullScale;
    private readonly double _phaseStep;
    private readonly int _channels;
    private long _frame;
    private int _next;
    private int _nextSilence;
    private double _amplitude = double.NaN;

    public SampleMasker(Timeline masks, MaskOptions options, int sampleRateHz, int channels)
    {
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        _options = options;
        _channels = channels;
        _masked = [.. options.Channels?.Distinct().Order() ?? Enumerable.Range(0, channels)];
        if (_masked.Any(channel => channel < 0 || channel >= channels))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A channel to mask does not exist.");
        }
        _masks = SampleInterval.Of(masks, options, sampleRateHz);
        _silences = SampleInterval.Of(options.Silences, options, sampleRateHz);
        _level = new SpeechLevel(_masks, sampleRateHz, channels, [.. Enumerable.Range(0, channels)]);
        _fullScale = typeof(T) == typeof(short) ? short.MaxValue : typeof(T) == typeof(int) ? int.MaxValue : 1;
        // A tone above a quarter of the sampling rate would be lost in a later resampling.
        _phaseStep = 2 * Math.PI * Math.Min(options.BeepFrequencyHz, sampleRateHz / 4.0) / sampleRateHz;
    }

    /// <summary>Frames worth showing ahead of processing.</summary>
    public int LookaheadFrames => _level.LookaheadFrames;

    /// <summary>Shows sound that will be processed later.</summary>
    /// <param name="ahead">Whole frames that follow those shown last.</param>
    public void Look(ReadOnlySpan<T> ahead)
    {
        RequireFrames(ahead.Length);
        _level.See(ahead, _fullScale);
    }

    /// <summary>Masks the next block in place.</summary>
    /// <param name="interleaved">Whole frames that follow those of the last block.</param>
    public void Process(Span<T> interleaved)
    {
        RequireFrames(interleaved.Length);
        int frames = interleaved.Length / _channels;
        if (_level.Seen < _frame + frames)
        {
            _level.See<T>(interleaved[(int)((_level.Seen - _frame) * _channels)..], _fullScale);
        }
        long end = _frame + frames;
        while (_next < _masks.Length && _masks[_next].Start < end)
        {
            var mask = _masks[_next];
            if (double.IsNaN(_amplitude))
            {
                _amplitude = _options.Style == MaskStyle.Silence ? 0 : _level.Near(mask) * Math.Sqrt(2) * _fullScale;
            }
            long from = Math.Max(mask.Start, _frame);
            long to = Math.Min(mask.End, end);
            Cover(interleaved[(int)((from - _frame) * _channels)..(int)((to - _frame) * _channels)], mask, from);
            if (mask.End > end)
            {
                break;
            }
            _next++;
            _amplitude = double.NaN;
        }
        _frame = end;
        _level.Forget(_frame);
    }

    private void Cover(Span<T> interleaved, SampleInterval mask, long frame)
    {
        for (int at = 0; at < interleaved.Length; at += _channels, frame++)
        {
            double weight = mask.WeightAt(frame);
            double tone = _amplitude == 0 || IsSilent(frame) ? 0 : _amplitude * Math.Sin(_phaseStep * (frame - mask.Start));
            foreach (int channel in _masked)
            {
                ref var sample = ref interleaved[at + channel];
                // Wholly covered samples are never computed from the original: not even an infinity leaves a trace.
                sample = weight == 1 ? ToSample(tone) : ToSample((double.CreateTruncating(sample) * (1 - weight)) + (tone * weight));
            }
        }
    }

    // Frames come in the order of time.
    private bool IsSilent(long frame)
    {
        while (_nextSilence < _silences.Length && _silences[_nextSilence].End <= frame)
        {
            _nextSilence++;
        }
        return _nextSilence < _silences.Length && _silences[_nextSilence].Start <= frame;
    }

    private static T ToSample(double value) =>
        T.CreateSaturating(typeof(T) == typeof(float) ? value : Math.Round(value));

    private void RequireFrames(int samples)
    {
        if (samples % _channels != 0)
        {
            throw new ArgumentException("A block holds whole frames.");
        }
    }
}
