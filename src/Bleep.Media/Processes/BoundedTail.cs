namespace Bleep.Media.Processes;

/// <summary>Keeps the last few kilobytes of a stream of text, for telling kinds of failure apart. Never shown to a user.</summary>
internal sealed class BoundedTail(int capacity)
{
    private readonly byte[] _bytes = new byte[capacity];
    private readonly Lock _gate = new();
    private long _written;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            foreach (var value in bytes.Length > capacity ? bytes[^capacity..] : bytes)
            {
                _bytes[_written++ % capacity] = value;
            }
        }
    }

    public bool Contains(string text) => ToString().Contains(text, StringComparison.OrdinalIgnoreCase);

    public override string ToString()
    {
        lock (_gate)
        {
            if (_written <= capacity)
            {
                return System.Text.Encoding.UTF8.GetString(_bytes, 0, (int)_written);
            }
            int split = (int)(_written % capacity);
            return System.Text.Encoding.UTF8.GetString([.. _bytes[split..], .. _bytes[..split]]);
        }
    }
}
