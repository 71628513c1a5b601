using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Tests.Detection;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData("the card is 4111 1111 1111 1111", "credit_card_number", "code", "luhn")]
    [InlineData("my account number is 7730912", "account_number", "code", "cue")]
    [InlineData("call me at 610-265-1714", "phone_number", "code", "nanp")]
    [InlineData("I was born on March 7, 1961.", "date_of_birth", "date", "cue")]
    [InlineData("please wire it to DE89 3704 0044 0532 0130 00", "banking_information", "code", "iban")]
    public void Detect_finding_isExplainedByItsParts(string text, string policy, string recognizer, string part)
    {
        var span = Find(text, new PiiDetectorOptions()).First(span => span.Policy.Name == policy);
        Assert.Equal(recognizer, span.Recognizer);
        Assert.Contains(span.Parts, item => item.Name == part && item.Value > 0);
        Assert.Equal(span.Score, span.Parts.Sum(item => item.Value), 0.002);
    }

    [Fact]
    public void Detect_nameOfNoList_isExplainedByTheTagger()
    {
        var span = Find("my colleague Zervandia Quothmore called from the office", new PiiDetectorOptions()).First(span => span.Policy == PiiPolicies.PersonName);
        Assert.Contains(span.Parts, item => item.Name is "tagger" or "base");
    }

    [Fact]
    public void Detect_thresholdOfAPolicy_takesThePlaceOfTheSensitivity()
    {
        const string Text = "call me at 610-265-1714 on March 7, 1961";
        var all = Find(Text, new PiiDetectorOptions());
        Assert.Contains(all, span => span.Policy == PiiPolicies.Date);
        var some = Find(Text, new PiiDetectorOptions { Thresholds = new Dictionary<PiiPolicy, double> { [PiiPolicies.Date] = 1 } });
        Assert.DoesNotContain(some, span => span.Policy == PiiPolicies.Date);
        Assert.Contains(some, span => span.Policy == PiiPolicies.PhoneNumber);
    }

    private static IReadOnlyList<PiiSpan> Find(string text, PiiDetectorOptions options) =>
        new PiiDetector(options).DetectText([new TextTurn(text)], TestContext.Current.CancellationToken);
}
