using System.Collections.Immutable;

namespace Bleep.Transcripts;

/// <summary>
/// A set of instants of a recording, kept as time ranges that are sorted, not empty, and neither overlap nor touch.
/// Immutable; all operations are linear in the number of ranges unless they sort.
/// </summary>
public sealed class Timeline : IEquatable<Timeline>
{
    private readonly ImmutableArray<TimeRange> _ranges;

    private Timeline(ImmutableArray<TimeRange> ranges) => _ranges = ranges;

    /// <summary>The timeline without any instant.</summary>
    public static Timeline Empty { get; } = new([]);

    /// <summary>The ranges in the order of time.</summary>
    public ImmutableArray<TimeRange> Ranges => _ranges;

    /// <summary>Sum of the lengths of all ranges.</summary>
    public TimeSpan Total => new(_ranges.Sum(range => range.Duration.Ticks));

    /// <summary>Makes a timeline of any ranges: sorts them, drops empty ones, merges those that overlap or touch.</summary>
    /// <param name="ranges">Ranges in any order.</param>
    public static Timeline Of(IEnumerable<TimeRange> ranges)
    {
        var sorted = ranges.Where(range => !range.IsEmpty).OrderBy(range => range.Start);
        var merged = ImmutableArray.CreateBuilder<TimeRange>();
        foreach (var range in sorted)
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
            {
                if (range.End > merged[^1].End)
                {
                    merged[^1] = merged[^1] with { End = range.End };
                }
            }
            else
            {
                merged.Add(range);
            }
        }
        return merged.Count == 0 ? Empty : new Timeline(merged.ToImmutable());
    }

    /// <summary>Every range made longer on both sides (not before zero), merged where they meet.</summary>
    /// <param name="padding">Time added on each side; not negative.</param>
    public Timeline Pad(TimeSpan padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, TimeSpan.Zero);
        return Of(_ranges.Select(range => range.Pad(padding)));
    }

    /// <summary>All instants of this timeline or the other.</summary>
    /// <param name="other">The other timeline.</param>
    public Timeline Union(Timeline other) => Of(_ranges.Concat(other._ranges));

    /// <summary>All instants that both timelines hold.</summary>
    /// <param name="other">The other timeline.</param>
    public Timeline Intersect(Timeline other)
    {
        var result = ImmutableArray.CreateBuilder<TimeRange>();
        for (int left = 0, right = 0; left < _ranges.Length && right < other._ranges.Length;)
        {
            var shared = _ranges[left].Intersect(other._ranges[right]);
            if (!shared.IsEmpty)
            {
                result.Add(shared);
            }
            if (_ranges[left].End <= other._ranges[right].End)
            {
                left++;
            }
            else
            {
                right++;
            }
        }
        return result.Count == 0 ? Empty : new Timeline(result.ToImmutable());
    }

    /// <summary>The part of this timeline that lies inside <paramref name="window"/>.</summary>
    /// <param name="window">The window to cut to.</param>
    public Timeline Clip(TimeRange window) => Intersect(Of([window]));

    /// <summary>All instants of <paramref name="window"/> that this timeline does not hold.</summary>
    /// <param name="window">The window to fill.</param>
    public Timeline Complement(TimeRange window)
    {
        var gaps = ImmutableArray.CreateBuilder<TimeRange>();
        var cursor = window.Start;
        foreach (var range in _ranges)
        {
            if (range.End <= window.Start)
            {
                continue;
            }
            if (range.Start >= window.End)
            {
                break;
            }
            if (range.Start > cursor)
            {
                gaps.Add(new TimeRange(cursor, range.Start));
            }
            cursor = range.End;
        }
        if (cursor < window.End)
        {
            gaps.Add(new TimeRange(cursor, window.End));
        }
        return gaps.Count == 0 ? Empty : new Timeline(gaps.ToImmutable());
    }

    /// <summary>All instants of this timeline that the other does not hold.</summary>
    /// <param name="other">The timeline taken away.</param>
    public Timeline Subtract(Timeline other) => _ranges.Length == 0
        ? Empty
        : Intersect(other.Complement(new TimeRange(_ranges[0].Start, _ranges[^1].End)));

    /// <summary>True when the timeline holds at least one instant of <paramref name="range"/>; logarithmic.</summary>
    /// <param name="range">The range to look for.</param>
    public bool Overlaps(TimeRange range)
    {
        int low = 0, high = _ranges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].End <= range.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low < _ranges.Length && _ranges[low].Overlaps(range);
    }

    /// <inheritdoc/>
    public bool Equals(Timeline? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Timeline);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in _ranges)
        {
            hash.Add(range);
        }
        return hash.ToHashCode();
    }
}
