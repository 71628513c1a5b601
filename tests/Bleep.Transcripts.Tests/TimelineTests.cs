using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Transcripts.Tests;

public sealed class TimelineTests
{
    [Fact]
    public void Of_anyRanges_areSortedApartAndComplete() =>
        Prop.ForAll(Times.Range.ListOf().ToArbitrary(), ranges =>
        {
            var timeline = Timeline.Of(ranges);
            bool apart = timeline.Ranges.All(range => !range.IsEmpty)
                && timeline.Ranges.Zip(timeline.Ranges.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
            return apart && Times.Cells(timeline).SetEquals(ranges.SelectMany(Times.Cells));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_touchingRanges_merges() => Assert.Equal([Times.Of(1, 5)], Timeline.Of([Times.Of(3, 5), Times.Of(1, 3)]).Ranges);

    [Fact]
    public void Of_nothing_isEmpty()
    {
        Assert.Equal(Timeline.Empty, Timeline.Of([Times.Of(3, 3), Times.Of(4, 2)]));
        Assert.Equal(TimeSpan.Zero, Timeline.Empty.Total);
    }

    [Fact]
    public void Union_anyTwo_holdsTheInstantsOfEither() => Times.Holds((Timeline left, Timeline right) =>
        Times.Cells(left.Union(right)).SetEquals(Times.Cells(left).Union(Times.Cells(right)))
        && left.Union(right).Equals(right.Union(left)) && left.Union(left).Equals(left) && left.Union(Timeline.Empty).Equals(left));

    [Fact]
    public void Intersect_anyTwo_holdsTheInstantsOfBoth() => Times.Holds((Timeline left, Timeline right) =>
        Times.Cells(left.Intersect(right)).SetEquals(Times.Cells(left).Intersect(Times.Cells(right)))
        && left.Intersect(right).Equals(right.Intersect(left)) && left.Intersect(left).Equals(left));

    [Fact]
    public void Subtract_anyTwo_holdsTheInstantsOfTheFirstAlone() => Times.Holds((Timeline left, Timeline right) =>
        Times.Cells(left.Subtract(right)).SetEquals(Times.Cells(left).Except(Times.Cells(right)))
        && left.Subtract(left).Equals(Timeline.Empty));

    [Fact]
    public void Subtract_anyTwo_partsTheFirst() => Times.Holds((Timeline left, Timeline right) =>
        left.Subtract(right).Union(left.Intersect(right)).Equals(left)
        && left.Subtract(right).Total + left.Intersect(right).Total == left.Total
        && left.Union(right).Total + left.Intersect(right).Total == left.Total + right.Total);

    [Fact]
    public void Complement_anyWindow_fillsTheWindow() => Times.Holds((timeline, window) =>
    {
        var rest = timeline.Complement(window);
        return Times.Cells(rest).SetEquals(Times.Cells(window).Except(Times.Cells(timeline)))
            && rest.Union(timeline.Clip(window)).Equals(Timeline.Of([window]))
            && rest.Intersect(timeline).Equals(Timeline.Empty)
            && rest.Complement(window).Equals(timeline.Clip(window));
    });

    [Fact]
    public void Operations_anyTwo_keepRangesApart() => Times.Holds((Timeline left, Timeline right) =>
        new[] { left.Union(right), left.Intersect(right), left.Subtract(right), left.Pad(TimeSpan.FromSeconds(1)) }
            .All(timeline => timeline.Equals(Timeline.Of(timeline.Ranges))));

    [Fact]
    public void Pad_anyAmount_reachesThatFarOnBothSides() =>
        Prop.ForAll(Times.Timeline.ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (timeline, seconds) =>
        {
            var padded = timeline.Pad(TimeSpan.FromSeconds(seconds));
            var expected = timeline.Ranges.SelectMany(range => Times.Cells(new TimeRange(
                TimeSpan.FromSeconds(Math.Max(0, range.Start.TotalSeconds - seconds)), range.End + TimeSpan.FromSeconds(seconds))));
            return Times.Cells(padded).SetEquals(expected) && padded.Intersect(timeline).Equals(timeline);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pad_twice_isPadOfTheSum() => Times.Holds((Timeline timeline, Timeline _) =>
        timeline.Pad(TimeSpan.FromSeconds(1)).Pad(TimeSpan.FromSeconds(2)).Equals(timeline.Pad(TimeSpan.FromSeconds(3))));

    [Fact]
    public void Pad_negative_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Timeline.Empty.Pad(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Overlaps_anyRange_meansASharedInstant() => Times.Holds((timeline, range) =>
        timeline.Overlaps(range) == Times.Cells(timeline).Overlaps(Times.Cells(range)));

    [Fact]
    public void Equals_sameInstants_isTrue() => Times.Holds((Timeline left, Timeline right) =>
        left.Equals(right) == Times.Cells(left).SetEquals(Times.Cells(right))
        && left.Union(right).GetHashCode() == right.Union(left).GetHashCode());
}
