using Bleep.Training.Tagger;
using Bleep.Training.Tagger.Sentences;

namespace Bleep.Training.Tests.Tagger.Sentences;

public sealed class SentenceSourceTests
{
    private static readonly SentenceSource s_source = new("en");

    [Fact]
    public void Generate_sameSeed_givesSameDocuments() =>
        Assert.Equal(Texts(s_source.Generate(5, 1)), Texts(new SentenceSource("en").Generate(5, 1)));

    [Fact]
    public void Generate_otherSeed_givesOtherDocuments() => Assert.NotEqual(Texts(s_source.Generate(5, 1)), Texts(s_source.Generate(5, 2)));

    [Fact]
    public void Generate_always_givesRangesInOrderInsideTheText()
    {
        foreach (var turn in s_source.Generate(20, 3).SelectMany(document => document.Turns))
        {
            int end = 0;
            foreach (var range in turn.Ranges)
            {
                Assert.InRange(range.Start, end, turn.Text.Length - 1);
                Assert.InRange(range.End, range.Start + 1, turn.Text.Length);
                Assert.DoesNotContain('{', turn.Text);
                end = range.End;
            }
        }
    }

    [Fact]
    public void Generate_spoken_isAsARecogniserWrites() =>
        Assert.All(s_source.Generate(5, 4).Where(document => document.IsSpoken).SelectMany(document => document.Turns), turn =>
            Assert.DoesNotContain(turn.Text, unit => char.IsUpper(unit) || char.IsDigit(unit) || unit is '.' or ',' or '?'));

    [Fact]
    public void Write_everySentence_canBeExpanded()
    {
        var expander = new SentenceExpander(new SentenceValues("en"));
        var random = new SplitMix(1);
        foreach (string sentence in new[] { "calls", "talk", "written" }.SelectMany(SentenceLists.Sentences))
        {
            var text = new LabelledTextBuilder();
            expander.Write(sentence, text, ref random);
            Assert.NotEqual("", text.ToText().Text);
        }
    }

    [Theory]
    [InlineData("{nothing}")]
    [InlineData("(a|b")]
    public void Write_brokenSentence_throws(string sentence) => Assert.Throws<FormatException>(() =>
    {
        var random = new SplitMix(1);
        new SentenceExpander(new SentenceValues("en")).Write(sentence, new LabelledTextBuilder(), ref random);
    });

    private static IEnumerable<string> Texts(IEnumerable<LabelledDocument> documents) => documents.SelectMany(document => document.Turns).Select(turn => turn.Text);
}
