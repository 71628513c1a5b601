namespace Bleep.Transcripts;

/// <summary>A half-open stretch of time, <c>[Start, End)</c>, measured from the start of the recording.</summary>
/// <param name="Start">First instant inside the range.</param>
/// <param name="End">First instant after the range; never before <paramref name="Start"/> in a valid range.</param>
public readonly record struct TimeRange(TimeSpan Start, TimeSpan End)
{
    /// <summary>Length of the range; zero when it is empty.</summary>
    public TimeSpan Duration => End > Start ? End - Start : TimeSpan.Zero;

    /// <summary>True when the range holds no instant.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Makes a range from milliseconds.</summary>
    /// <param name="startMs">Start in milliseconds.</param>
    /// <param name="endMs">End in milliseconds, exclusive.</param>
    public static TimeRange FromMilliseconds(double startMs, double endMs) =>
        new(TimeSpan.FromMilliseconds(startMs), TimeSpan.FromMilliseconds(endMs));

    /// <summary>True when the two ranges share at least one instant.</summary>
    /// <param name="other">The range to compare with.</param>
    public bool Overlaps(TimeRange other) => Start < other.End && other.Start < End && !IsEmpty && !other.IsEmpty;

    /// <summary>True when <paramref name="instant"/> lies inside the range.</summary>
    /// <param name="instant">An instant of the recording.</param>
    public bool Contains(TimeSpan instant) => Start <= instant && instant < End;

    /// <summary>The part both ranges share; empty when there is none.</summary>
    /// <param name="other">The range to intersect with.</param>
    public TimeRange Intersect(TimeRange other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end > start ? new TimeRange(start, end) : new TimeRange(start, start);
    }

    /// <summary>The range made longer by <paramref name="padding"/> on both sides, not before zero.</summary>
    /// <param name="padding">Time added on each side; not negative.</param>
    public TimeRange Pad(TimeSpan padding) =>
        new(Start > padding ? Start - padding : TimeSpan.Zero, End + padding);
}
