using Bleep.Pii.Redaction;
using Bleep.Views;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Tests.Views;

public sealed class SentenceListTests
{
    private static string[] Texts(params RedactedTurn[] turns) => [.. SentenceList.Of(turns).Select(sentence => sentence.Text)];

    [Theory]
    [InlineData("Hi. How are you? Fine!", "Hi.|How are you?|Fine!")]
    [InlineData("Call Dr. Smith at 4 p.m. on Monday. Thanks.", "Call Dr. Smith at 4 p.m. on Monday.|Thanks.")]
    [InlineData("My name is ####. ##### is [LOCATION]. Yes.", "My name is ####.|##### is [LOCATION].|Yes.")]
    [InlineData("She said \"no.\" Then left.", "She said \"no.\"|Then left.")]
    [InlineData("no end at all", "no end at all")]
    [InlineData("small letters. go on. here", "small letters.|go on.|here")]
    public void Of_marked_words_are_cut_at_their_marks(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Texts(Given.Turn(text)));

    [Fact]
    public void Of_unmarked_words_are_cut_at_pauses() =>
        Assert.Equal(["i called", "nobody was there"], Texts(Given.Turn("i called | nobody was there")));

    [Fact]
    public void Of_sentence_goes_on_in_the_next_turn_of_its_speaker_only()
    {
        Assert.Equal(["I have a question."], Texts(Given.Turn("I have", 0, "A"), Given.Turn("a question.", 1, "A")));
        Assert.Equal(["I have", "A question?"], Texts(Given.Turn("I have", 0, "A"), Given.Turn("A question?", 1, "B")));
        Assert.Equal(["I have", "a question."], Texts(Given.Turn("I have", 0, null, 1), Given.Turn("a question.", 1, null, 2)));
    }

    [Fact]
    public void Of_nothing_is_nothing() => Assert.Empty(SentenceList.Of([new RedactedTurn([], "A", null)]));

    [Fact]
    public void Of_sentence_has_time_confidence_and_voice()
    {
        var sentence = Assert.Single(SentenceList.Of([Given.Turn("Good day.", 2, "2", 2)]));
        Assert.Equal((2000, 2450), (sentence.Time.Start.TotalMilliseconds, sentence.Time.End.TotalMilliseconds));
        Assert.Equal((0.75, "2", 2), (sentence.Confidence, sentence.Speaker, sentence.Channel!.Value));
    }

    [Fact]
    public void Of_any_turns_every_word_is_in_one_sentence_and_one_paragraph() => Prop.ForAll(
        (from texts in Gen.Elements("a", "b.", "C?", "|", "####.", "[TAG]", "p.m.").ListOf().ListOf() from voices in Gen.Choose(0, 2).ListOf() select (texts, voices))
            .ToArbitrary(), given =>
        {
            RedactedTurn[] turns =
            [
                .. given.texts.Select((words, index) =>
                    Given.Turn(string.Join(' ', words), index * 1000, index < given.voices.Count ? $"{given.voices[index]}" : null)),
            ];
            RedactedWord[] all = [.. turns.SelectMany(turn => turn.Words)];
            var sentences = SentenceList.Of(turns);
            var paragraphs = ParagraphList.Of(turns);
            return Same(all, sentences) && Same(all, paragraphs) && sentences.Concat(paragraphs).All(part => part.Words.Count > 0)
                && paragraphs.All(part => part.Words.All(word => word.Speaker == part.Speaker));
        }).QuickCheckThrowOnFailure();

    private static bool Same(RedactedWord[] all, IReadOnlyList<TranscriptPart> parts) =>
        parts.SelectMany(part => part.Words).OrderBy(word => word.Start).SequenceEqual(all.OrderBy(word => word.Start));
}
