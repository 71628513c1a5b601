namespace Bleep.Live;

/// <summary>Samples that wait, first in first out. Its owner bounds it.</summary>
internal sealed class SampleQueue
{
    private short[] _samples = new short[4096];
    private int _start;

    /// <summary>Samples that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Puts samples at the end.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        if (_start + Count + samples.Length > _samples.Length)
        {
            var old = _samples.AsSpan(_start, Count);
            if (Count + samples.Length > _samples.Length / 2)
            {
                _samples = new short[Math.Max(_samples.Length * 2, (Count + samples.Length) * 2)];
            }
            old.CopyTo(_samples);
            _start = 0;
        }
        samples.CopyTo(_samples.AsSpan(_start + Count));
        Count += samples.Length;
    }

    /// <summary>Takes samples from the front.</summary>
    public short[] Take(int count)
    {
        short[] taken = _samples.AsSpan(_start, count).ToArray();
        _start += count;
        Count -= count;
        return taken;
    }
}
