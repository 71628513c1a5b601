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
    private readonly BeepPattern<T> _beep;
    private readonly int _channels;
    private long _frame;
    private int _next;
    private int _nextSilence;
    private bool _isInMask;

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
        _beep = new BeepPattern<T>(options.BeepFrequencyHz, sampleRateHz, channels);
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
            if (!_isInMask)
            {
                _isInMask = true;
                _beep.SetAmplitude(_options.Style == MaskStyle.Silence ? 0 : _level.Near(mask) * Math.Sqrt(2) * _fullScale);
            }
            long from = Math.Max(mask.Start, _frame);
            long to = Math.Min(mask.End, end);
            Cover(interleaved[(int)((from - _frame) * _channels)..(int)((to - _frame) * _channels)], mask, from);
            if (mask.End > end)
            {
                break;
            }
            _next++;
            _isInMask = false;
        }
        _frame = end;
        _level.Forget(_frame);
    }

    private void Cover(Span<T> interleaved, SampleInterval mask, long frame)
    {
        long end = frame + (interleaved.Length / _channels);
        long whole = Math.Clamp(mask.Start + mask.FadeIn, frame, end);
        // One channel of several cannot be covered by whole frames.
        long fadeOut = _masked.Length < _channels ? whole : Math.Clamp(mask.End - mask.FadeOut, whole, end);
        int from = (int)(whole - frame) * _channels;
        int to = (int)(fadeOut - frame) * _channels;
        Blend(interleaved[..from], mask, frame);
        _beep.Cover(interleaved[from..to], whole - mask.Start);
        Silence(interleaved[from..to], whole);
        Blend(interleaved[to..], mask, fadeOut);
    }

    private void Blend(Span<T> interleaved, SampleInterval mask, long frame)
    {
        for (int at = 0; at < interleaved.Length; at += _channels, frame++)
        {
            double weight = mask.WeightAt(frame);
            double tone = IsSilent(frame) ? 0 : _beep.At(frame - mask.Start);
            foreach (int channel in _masked)
            {
                ref var sample = ref interleaved[at + channel];
                // Wholly covered samples are never computed from the original: not even an infinity leaves a trace.
                sample = BeepPattern<T>.ToSample(
                    weight == 1 ? tone : (double.CreateTruncating(sample) * (1 - weight)) + (tone * weight));
            }
        }
    }

    // Within a beep, what shall be silent all the same.
    private void Silence(Span<T> interleaved, long frame)
    {
        PassSilencesBefore(frame);
        long end = frame + (interleaved.Length / _channels);
        for (int index = _nextSilence; index < _silences.Length && _silences[index].Start < end; index++)
        {
            int from = (int)(Math.Max(_silences[index].Start, frame) - frame) * _channels;
            int to = (int)(Math.Min(_silences[index].End, end) - frame) * _channels;
            interleaved[from..to].Clear();
        }
    }

    private bool IsSilent(long frame)
    {
        PassSilencesBefore(frame);
        return _nextSilence < _silences.Length && _silences[_nextSilence].Start <= frame;
    }

    // Frames come in the order of time.
    private void PassSilencesBefore(long frame)
    {
        while (_nextSilence < _silences.Length && _silences[_nextSilence].End <= frame)
        {
            _nextSilence++;
        }
    }

    private void RequireFrames(int samples)
    {
        if (samples % _channels != 0)
        {
            throw new ArgumentException("A block holds whole frames.");
        }
    }
}
