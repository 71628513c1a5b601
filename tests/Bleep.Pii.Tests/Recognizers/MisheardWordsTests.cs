using Bleep.Pii.Detection;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>What a recogniser wrote for private words that it did not understand.</summary>
public sealed class MisheardWordsTests
{
    [Theory]
    [InlineData("my name is made? of? toad? break? and i live here", "made of toad break")]
    [InlineData("hello this is concern? hollow? thanks for calling", "concern hollow")]
    [InlineData("i have a message for clams? steward? please", "clams steward")]
    public void Detect_doubtedWordsAfterAName_areAllPrivate(string turn, string expected) =>
        Assert.Equal(expected, Heard.Private(Heard.Detect(Sensitivity.Balanced, turn), 0, turn));

    [Theory]
    [InlineData("this is she who is calling")]
    [InlineData("this is a message for the driver")]
    [InlineData("would? that? be? it? for today")]
    public void Detect_ordinaryTalk_stays(string turn) => Assert.Empty(Heard.Detect(Sensitivity.Balanced, turn));

    [Theory]
    [InlineData("you s p as in elephant r c s? in car why why pay? for alpha r b o r", "s p as in elephant r c s in car why why pay for alpha r b o r")]
    [InlineData("nine h j like juliet though like lima seven five zero", "nine h j like juliet though like lima seven five zero")]
    [InlineData("forty two point six no? one norse? thirty eight point two nine eight", "forty two point six no one norse thirty eight point two nine eight")]
    [InlineData("our page is w w w dot marvel at stock? com", "w w w dot marvel at stock com")]
    public void Detect_dictatedCode_isPrivateFromItsFirstSignToItsLast(string turn, string expected) =>
        Assert.EndsWith(expected, Heard.Private(Heard.Detect(Sensitivity.Balanced, turn), 0, turn), StringComparison.Ordinal);

    [Fact]
    public void Detect_wordsBeforeTheEndOfAnAddress_arePrivate()
    {
        const string Turn = "please send the confirmation to tack? hash it that locker@gmail.com";

        Assert.Equal("tack hash it that locker@gmail.com", Heard.Private(Heard.Detect(Sensitivity.Balanced, Turn), 0, Turn));
    }

    [Fact]
    public void Detect_turnThatIsMostlyACode_isAllPrivate()
    {
        const string Turn = "five eight three mine too";

        Assert.Equal(Turn, Heard.Private(Heard.Detect(Sensitivity.Balanced, "can you confirm the zip code", Turn), 1, Turn));
    }

    [Fact]
    public void Detect_shortAnswerWithANumber_isAllPrivate()
    {
        const string Turn = "us so seven five";

        Assert.Contains("seven five", Heard.Private(Heard.Detect(Sensitivity.Balanced, "and your card number please", Turn), 1, Turn), StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_spellingAfterANameThatWasAskedFor_isPrivate()
    {
        const string Turn = "clementine qureshi that's you you are the best page by";
        var spans = Heard.Detect(Sensitivity.Balanced, "could you state your name please", Turn);

        Assert.Equal("clementine qureshi you you are the best page by", Heard.Private(spans, 1, Turn));
    }

    [Theory]
    [InlineData("if you pay within twenty four to twenty six ours", "twenty four to twenty six ours")]
    [InlineData("the money is ours and five of them know", "")]
    public void Detect_unitHeardAsAnotherWord_isADuration(string turn, string expected) =>
        Assert.Equal(expected, Heard.Private(Heard.Detect(Sensitivity.Balanced, turn), 0, turn));

    [Fact]
    public void Detect_remarkOnSpelling_stays()
    {
        var spans = Heard.Detect(Sensitivity.Balanced, "what is your email address", "anna at example dot com", "anna at example dot com", "all lower case");

        Assert.DoesNotContain(spans, span => span.Turn == 3);
    }

    [Fact]
    public void Detect_talkAfterAnAddressWasGiven_stays()
    {
        var spans = Heard.Detect(
            Sensitivity.Balanced, "what is your email address", "it's ali dash hartman at example dot com", "i'll put that down", "i'm training and my knee is killing me");

        Assert.DoesNotContain(spans, span => span.Turn >= 2);
    }

    [Theory]
    [InlineData("my name is made? of? brake")]
    [InlineData("if you pay within twenty four to twenty six ours")]
    [InlineData("nine h? j? like julian though like lima")]
    public void Detect_misheardWordsInReadable_stay(string turn) => Assert.DoesNotContain(
        Heard.Detect(Sensitivity.Readable, turn),
        span => span.Recognizer.StartsWith("misheard", StringComparison.Ordinal) || span.Recognizer is "dictated" or "edge" or "confidence");
}
