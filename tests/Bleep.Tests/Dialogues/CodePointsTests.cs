using Bleep.Dialogues;
using FsCheck.Fluent;
using FsCheck;

namespace Bleep.Tests.Dialogues;

public sealed class CodePointsTests
{
    [Fact]
    public void ToPoint_text_with_emoji_counts_each_as_one()
    {
        var points = new CodePoints("a😀b");
        Assert.Equal([0, 1, 1, 2, 3], Enumerable.Range(0, 5).Select(points.ToPoint));
        Assert.Equal(3, points.ToUnit(2));
        Assert.Equal(2, points.EndToPoint(2));
        Assert.Equal(2, points.EndToPoint(3));
    }

    [Fact]
    public void ToUnit_any_text_is_the_inverse_of_ToPoint() => Prop.ForAll<NonNull<string>>(text =>
    {
        var points = new CodePoints(text.Get);
        int count = CodePoints.Count(text.Get);
        // Every lone surrogate and every pair is one rune, as the framework counts them too.
        return count == text.Get.EnumerateRunes().Count()
            && Enumerable.Range(0, count + 1).All(point => points.ToPoint(points.ToUnit(point)) == point);
    }).QuickCheckThrowOnFailure();
}
