using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Transcripts.Tests;

/// <summary>Random times on a small grid, so that ranges touch, nest and coincide often.</summary>
internal static class Times
{
    public const int Last = 24;

    public static Gen<TimeRange> Range { get; } =
        from start in Gen.Choose(0, Last) from end in Gen.Choose(0, Last) select Of(start, end);

    public static Gen<Timeline> Timeline { get; } = Range.ListOf().Select(ranges => Bleep.Transcripts.Timeline.Of(ranges));

    public static TimeRange Of(int start, int end) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));

    /// <summary>The timeline as the set of its half-second cells: what every law is compared with.</summary>
    public static HashSet<int> Cells(Timeline timeline) => [.. AllCells.Where(cell => timeline.Ranges.Any(range => range.Contains(At(cell))))];

    public static HashSet<int> Cells(TimeRange range) => [.. AllCells.Where(cell => range.Contains(At(cell)))];

    public static TimeSpan At(int cell) => TimeSpan.FromSeconds(cell / 2.0);

    private static IEnumerable<int> AllCells => Enumerable.Range(0, 4 * Last);

    public static void Holds(Func<Timeline, Timeline, bool> law) =>
        Prop.ForAll(Timeline.ToArbitrary(), Timeline.ToArbitrary(), law).QuickCheckThrowOnFailure();

    public static void Holds(Func<Timeline, TimeRange, bool> law) =>
        Prop.ForAll(Timeline.ToArbitrary(), Range.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
