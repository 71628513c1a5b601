using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Transcripts.Tests;

public sealed class TimeRangeTests
{
    private static void Holds(Func<TimeRange, TimeRange, bool> law) =>
        Prop.ForAll(Times.Range.ToArbitrary(), Times.Range.ToArbitrary(), law).QuickCheckThrowOnFailure();

    [Fact]
    public void Overlaps_anyTwo_meansASharedInstant() => Holds((left, right) =>
        left.Overlaps(right) == Times.Cells(left).Overlaps(Times.Cells(right)) && left.Overlaps(right) == right.Overlaps(left));

    [Fact]
    public void Intersect_anyTwo_holdsTheSharedInstants() => Holds((left, right) =>
        Times.Cells(left.Intersect(right)).SetEquals(Times.Cells(left).Intersect(Times.Cells(right)))
        && left.Intersect(right).IsEmpty != left.Overlaps(right));

    [Fact]
    public void Contains_bounds_areHalfOpen()
    {
        var range = Times.Of(1, 2);
        Assert.True(range.Contains(range.Start));
        Assert.False(range.Contains(range.End));
    }

    [Fact]
    public void Pad_nearTheStart_stopsAtZero() =>
        Assert.Equal(Times.Of(0, 5), Times.Of(1, 3).Pad(TimeSpan.FromSeconds(2)));

    [Fact]
    public void Duration_backwardRange_isZero() => Assert.Equal(TimeSpan.Zero, Times.Of(3, 1).Duration);

    [Fact]
    public void FromMilliseconds_fractions_areKept() =>
        Assert.Equal(TimeSpan.FromMicroseconds(1500), TimeRange.FromMilliseconds(0, 1.5).Duration);
}
