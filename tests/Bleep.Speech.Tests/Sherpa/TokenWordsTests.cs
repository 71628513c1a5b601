using Bleep.Speech.Sherpa;

namespace Bleep.Speech.Tests.Sherpa;

public sealed class TokenWordsTests
{
    [Theory]
    [InlineData("hel|lo| wor|ld", "hello world")]
    [InlineData(" Hel|lo|,| wor|ld|.", "Hello, world.")]
    [InlineData(" hello| ,| world", "hello, world")]
    [InlineData(" |a|b| |c", "ab c")]
    [InlineData(" caf|<0xC3>|<0xA9>| ol", "café ol")]
    [InlineData("<unk>| hi|<unk>| there", "hi there")]
    [InlineData("你|好|。", "你 好。")]
    [InlineData("你|ok|好", "你 ok 好")]
    [InlineData("", "")]
    public void Of_tokens_areJoined(string tokens, string words) =>
        Assert.Equal(words, string.Join(' ', TokenWords.Of(Tokens(tokens), lowers: false).Select(word => word.Text)));

    [Fact]
    public void Of_marksOfTheModelsOwn_areNoWords() =>
        Assert.Equal("hi", Assert.Single(TokenWords.Of([new("<|en|>", 0, 0, null), new(" hi", 0, 0, null)], lowers: false)).Text);

    [Fact]
    public void Of_capitalsThatSayNothing_areLowered() =>
        Assert.Equal("hello", Assert.Single(TokenWords.Of(Tokens(" HEL|LO"), lowers: true)).Text);

    [Fact]
    public void Of_confidence_isTheGeometricMean()
    {
        HeardToken[] tokens = [new(" a", 0, 0, (float)Math.Log(0.9)), new("b", 0.1f, 0, (float)Math.Log(0.4)), new(" c", 0.2f, 0, null)];

        var words = TokenWords.Of(tokens, lowers: false);

        Assert.Equal(0.6, words[0].Confidence, 4);
        Assert.Equal(1, words[1].Confidence);
    }

    [Fact]
    public void Of_markAfterAPause_doesNotStretchTheWord()
    {
        HeardToken[] tokens = [new(" yes", 1, 0.1f, null), new(".", 3, 0, null)];

        var word = Assert.Single(TokenWords.Of(tokens, lowers: false));

        Assert.Equal("yes.", word.Text);
        Assert.Equal(1.1, word.EndSeconds, 3);
    }

    private static HeardToken[] Tokens(string text) =>
        text.Length == 0 ? [] : [.. text.Split('|').Select((token, index) => new HeardToken(token, index * 0.1f, 0, null))];
}
