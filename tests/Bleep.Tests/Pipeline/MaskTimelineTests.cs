using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pipeline;
using Bleep.Transcripts;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Tests.Pipeline;

public sealed class MaskTimelineTests
{
    private static Turn Turn(params (double Start, double End)[] words) =>
        new([.. words.Select(word => new Word("w", TimeSpan.FromMilliseconds(word.Start), TimeSpan.FromMilliseconds(word.End)))]);

    private static PiiSpan Span(int start, int end) => new(0, new WordRange(start, end), PiiPolicies.Date, 1, "test");

    private static (double, double)[] Of(Turn turn, params PiiSpan[] spans) =>
        [.. MaskTimeline.Of([turn], spans).Ranges.Select(range => (range.Start.TotalMilliseconds, range.End.TotalMilliseconds))];

    [Fact]
    public void Of_span_covers_its_pauses() => Assert.Equal([(0, 900)], Of(Turn((0, 100), (800, 900), (950, 990)), Span(0, 2)));

    [Fact]
    public void Of_neighbours_are_joined_over_a_short_pause_only()
    {
        Assert.Equal([(0, 900)], Of(Turn((0, 100), (800, 900)), Span(0, 1), Span(1, 2)));
        Assert.Equal([(0, 100), (1800, 1900)], Of(Turn((0, 100), (1800, 1900)), Span(0, 1), Span(1, 2)));
        Assert.Equal([(0, 100), (300, 400)], Of(Turn((0, 100), (150, 200), (300, 400)), Span(0, 1), Span(2, 3)));
    }

    [Fact]
    public void Of_word_without_length_lasts_until_the_next() =>
        Assert.Equal([(0, 200)], Of(Turn((0, 0), (200, 300)), Span(0, 1)));

    [Fact]
    public void Of_last_word_without_length_lasts_half_a_second() => Assert.Equal([(100, 600)], Of(Turn((100, 100)), Span(0, 1)));

    [Fact]
    public void Of_any_words_every_private_word_is_covered() => Prop.ForAll<NonEmptyArray<(byte Gap, byte Length, bool IsPrivate)>>(given =>
    {
        double time = 0;
        var words = new List<(double, double)>();
        foreach ((byte gap, byte length, _) in given.Get)
        {
            time += gap;
            words.Add((time, time + length));
            // The next word may begin before this one ends.
            time += length / 2;
        }
        var turn = Turn([.. words]);
        var spans = given.Get.Index().Where(item => item.Item.IsPrivate).Select(item => Span(item.Index, item.Index + 1)).ToArray();
        var masks = MaskTimeline.Of([turn], spans);
        return spans.All(span => turn.Words[span.Words.Start].Time is var word && (word.IsEmpty
            ? masks.Overlaps(new TimeRange(word.Start, word.Start + TimeSpan.FromTicks(1)))
            : masks.Intersect(Timeline.Of([word])).Total == word.Duration));
    }).QuickCheckThrowOnFailure();
}
