using Bleep.Speech.PocketSphinx;

namespace Bleep.Speech.Tests.PocketSphinx;

public sealed class SphinxWordsTests
{
    [Theory]
    [InlineData("was(2)", "was")]
    [InlineData("g.", "g")]
    [InlineData("a.(2)", "a")]
    [InlineData("a.m.", "a.m.")]
    [InlineData("mr.", "mr.")]
    [InlineData("o'clock", "o'clock")]
    [InlineData("(x)", "(x)")]
    [InlineData("(2)", "(2)")]
    public void Clean_dictionarySpelling_becomesTheWord(string word, string expected) => Assert.Equal(expected, SphinxWords.Clean(word));

    [Fact]
    public void Of_segments_dropsFillersAndTurnsFramesIntoTime()
    {
        var words = SphinxWords.Of(
            [Segment("<s>", 0, 10), Segment("hello(2)", 10, 35), Segment("[NOISE]", 35, 40), Segment("<sil>", 40, 60), Segment("x.", 60, 70), Segment("</s>", 70, 80)],
            startMs: 1000);

        Assert.Equal([("hello", 1100, 1350), ("x", 1600, 1700)], words.Select(word => (word.Text, word.StartMs, word.EndMs)));
    }

    private static SphinxSegment Segment(string word, int start, int end) => new(word, start, end, 0.5, 0);
}
