using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Transcripts.Tests;

public sealed class RangeTests
{
    private static readonly Gen<(int Start, int End)> Bounds =
        from start in Gen.Choose(0, 9) from length in Gen.Choose(1, 9) select (start, start + length);

    [Fact]
    public void Overlaps_anyTwoNotEmpty_meansASharedPlace() =>
        Prop.ForAll(Bounds.ToArbitrary(), Bounds.ToArbitrary(), (left, right) =>
        {
            bool shared = Enumerable.Range(left.Start, left.End - left.Start).Any(place => right.Start <= place && place < right.End);
            return new CharRange(left.Start, left.End).Overlaps(new CharRange(right.Start, right.End)) == shared
                && new WordRange(left.Start, left.End).Overlaps(new WordRange(right.Start, right.End)) == shared;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Contains_bounds_areHalfOpen()
    {
        var range = new WordRange(2, 4);
        Assert.Equal([false, true, true, false], Enumerable.Range(1, 4).Select(range.Contains));
        Assert.Equal((2, 2), (range.Length, new CharRange(1, 3).Length));
    }
}
