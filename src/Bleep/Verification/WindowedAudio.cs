using Bleep.Speech;
using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>
/// Sound that is silent before and between some windows and ends with the last of them, so that a recogniser spends its time inside them
/// and keeps the times.
/// </summary>
internal sealed class WindowedAudio(ISpeechAudio audio, Timeline windows) : ISpeechAudio
{
    private long _position;
    private int _next;

    public int SampleRateHz => audio.SampleRateHz;

    public async ValueTask<int> ReadAsync(Memory<short> samples, CancellationToken cancellationToken)
    {
        long left = (windows.Ranges.Length == 0 ? 0 : SampleAt(windows.Ranges[^1].End)) - _position;
        if (left <= 0)
        {
            return 0;
        }
        int read = await audio.ReadAsync(samples[..(int)Math.Min(samples.Length, left)], cancellationToken);
        Silence(samples.Span[..read]);
        _position += read;
        return read;
    }

    private void Silence(Span<short> samples)
    {
        int done = 0;
        while (done < samples.Length)
        {
            // Windows come in the order of time, as the samples do.
            while (_next < windows.Ranges.Length && SampleAt(windows.Ranges[_next].End) <= _position + done)
            {
                _next++;
            }
            long start = _next < windows.Ranges.Length ? SampleAt(windows.Ranges[_next].Start) : long.MaxValue;
            int silent = (int)Math.Clamp(start - _position, done, samples.Length);
            samples[done..silent].Clear();
            done = _next < windows.Ranges.Length ? (int)Math.Clamp(SampleAt(windows.Ranges[_next].End) - _position, silent, samples.Length) : samples.Length;
        }
    }

    private long SampleAt(TimeSpan time) => (long)((Int128)time.Ticks * SampleRateHz / TimeSpan.TicksPerSecond);
}
