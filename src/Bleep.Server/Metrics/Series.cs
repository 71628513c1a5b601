namespace Bleep.Server.Metrics;

/// <summary>One line, or one histogram, of an instrument: a sum, a last value, or counts by bucket. Guarded by its owner's lock.</summary>
/// <param name="bucketCount">Number of bounds of a histogram; 0 for what is none.</param>
internal sealed class Series(int bucketCount)
{
    /// <summary>Sum of all that was added, or the last value of a gauge.</summary>
    public double Value { get; private set; }

    /// <summary>Measurements taken.</summary>
    public long Count { get; private set; }

    /// <summary>Measurements by bucket, not yet summed up; those above the last bound are in none.</summary>
    public long[] Buckets { get; } = new long[bucketCount];

    /// <summary>Adds a measurement to a sum.</summary>
    /// <param name="value">The measurement.</param>
    public void Add(double value)
    {
        Value += value;
        Count++;
    }

    /// <summary>Adds a measurement to a histogram.</summary>
    /// <param name="value">The measurement.</param>
    /// <param name="bounds">Upper bounds, included, ascending.</param>
    public void Add(double value, IReadOnlyList<double> bounds)
    {
        Add(value);
        for (int i = 0; i < Buckets.Length; i++)
        {
            if (value <= bounds[i])
            {
                Buckets[i]++;
                return;
            }
        }
    }

    /// <summary>Sets the value of a gauge.</summary>
    /// <param name="value">The value.</param>
    public void Set(double value) => Value = value;
}
