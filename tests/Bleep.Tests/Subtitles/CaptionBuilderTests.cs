using Bleep.Pii.Redaction;
using Bleep.Subtitles;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Tests.Subtitles;

public sealed class CaptionBuilderTests
{
    private static RedactedTurn Turn(params (string Text, double Start, double End)[] words) => new(
        [.. words.Select(word => new RedactedWord(word.Text, TimeSpan.FromSeconds(word.Start), TimeSpan.FromSeconds(word.End), 1, null, null, null))], null, null);

    private static RedactedTurn Even(string text, double step = 0.3) =>
        Turn([.. text.Split(' ').Select((word, index) => (word, index * step, (index * step) + (step * 0.9)))]);

    private static IReadOnlyList<Caption> Build(RedactedTurn turn, CaptionOptions? options = null) =>
        new CaptionBuilder(options ?? new CaptionOptions()).Build([turn]);

    private static string[] Texts(IEnumerable<Caption> captions) => [.. captions.Select(caption => string.Join(' ', caption.Lines))];

    [Fact]
    public void Build_short_turn_is_one_caption_of_one_line()
    {
        var caption = Assert.Single(Build(Even("Hello there.")));
        Assert.Equal(["Hello there."], caption.Lines);
    }

    [Fact]
    public void Build_breaks_at_the_end_of_a_sentence() => Assert.Equal(
        ["This is the first sentence of the two.", "This is the second one and it goes on for a while."],
        Texts(Build(Even("This is the first sentence of the two. This is the second one and it goes on for a while."))));

    [Fact]
    public void Build_breaks_at_a_long_pause_even_after_one_word() =>
        Assert.Equal(["Yes", "sure"], Texts(Build(Turn(("Yes", 0, 0.3), ("sure", 2, 2.3)))));

    [Fact]
    public void Build_never_mixes_turns()
    {
        var captions = new CaptionBuilder(new CaptionOptions()).Build([Turn(("a", 0, 1)), Turn(("b", 1, 2))]);
        Assert.Equal(["a", "b"], Texts(captions));
    }

    [Fact]
    public void Build_lines_are_filled_evenly()
    {
        var caption = Assert.Single(Build(Even("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj", 0.1)));
        Assert.Equal(["aaaa bbbb cccc dddd eeee", "ffff gggg hhhh iiii jjjj"], caption.Lines);
    }

    [Fact]
    public void Build_replacement_with_blanks_stays_whole_and_on_one_line()
    {
        var captions = Build(Turn(("[a\nprivate  thing]", 0, 1), ("x", 1, 2)), new CaptionOptions { CharsPerCaption = 5, CharsPerLine = 5 });
        Assert.Equal(["[a private thing]", "x"], Texts(captions));
        Assert.Single(captions[0].Lines);
    }

    [Fact]
    public void Build_short_caption_is_shown_longer_but_not_into_the_next()
    {
        var captions = new CaptionBuilder(new CaptionOptions()).Build([Turn(("a", 0, 0.1)), Turn(("b", 0.5, 0.6))]);
        Assert.Equal(0.5, captions[0].Time.End.TotalSeconds);
        Assert.Equal(1.5, captions[1].Time.End.TotalSeconds);
    }

    [Fact]
    public void Build_any_words_are_all_there_in_order_and_fit() => Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt>((lengths, limit) =>
    {
        var options = new CaptionOptions { CharsPerCaption = limit.Get % 60 + 1, CharsPerLine = limit.Get % 30 + 1 };
        string[] words = [.. lengths.Get.Select((length, index) => new string((char)('a' + (index % 26)), (length.Get % 12) + 1))];
        var captions = Build(Even(string.Join(' ', words)), options);
        bool complete = Texts(captions).SelectMany(text => text.Split(' ')).SequenceEqual(words);
        bool fits = Texts(captions).All(text => text.Length <= options.CharsPerCaption || !text.Contains(' '));
        bool ordered = captions.Zip(captions.Skip(1)).All(pair => pair.First.Time.Start <= pair.Second.Time.Start);
        return complete && fits && ordered;
    }).QuickCheckThrowOnFailure();
}
