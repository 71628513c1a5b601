using Bleep.Speech.Timing;

namespace Bleep.Speech.Tests.Timing;

public sealed class SpreadWordsTests
{
    [Fact]
    public void Over_words_getTheirShareAndAMargin()
    {
        var words = SpreadWords.Over("my name is john", 1000, 2600);

        Assert.Equal(["my", "name", "is", "john"], words.Select(word => word.Text));
        // 16 characters in 1600 ms, and 300 ms on both sides, but no more than 100 ms beyond the stretch.
        Assert.Equal((900, 1600), (words[0].StartMs, words[0].EndMs));
        Assert.Equal((1000, 2100), (words[1].StartMs, words[1].EndMs));
        Assert.Equal((1800, 2700), (words[3].StartMs, words[3].EndMs));
    }

    [Theory]
    [InlineData("", 0, 1000, 0)]
    [InlineData("  ", 0, 1000, 0)]
    [InlineData("a b", 500, 500, 2)]
    [InlineData("a b", 500, 100, 2)]
    public void Over_oddStretches_giveWordsInOrder(string text, int startMs, int endMs, int count)
    {
        var words = SpreadWords.Over(text, startMs, endMs);

        Assert.Equal(count, words.Count);
        Assert.All(words, word => Assert.InRange(word.EndMs, word.StartMs, int.MaxValue));
        Assert.All(words, word => Assert.InRange(word.StartMs, 0, int.MaxValue));
    }

    [Fact]
    public void InOrder_marginsThatOverlap_growAndKeepTheOrderOfTheText()
    {
        var first = SpreadWords.Over("one two", 0, 2000);
        var second = SpreadWords.Over("three", 1000, 1100);
        var separate = first.Concat(second).ToList();

        var words = SpreadWords.InOrder([.. separate]);

        Assert.Equal(["one", "two", "three"], words.Select(word => word.Text));
        Assert.Equal(words.OrderBy(word => word.StartMs), words);
        Assert.All(separate.Zip(words), pair => Assert.True(pair.Second.StartMs <= pair.First.StartMs && pair.Second.EndMs == pair.First.EndMs));
    }
}
