using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>Mails, chats and documents: what case and punctuation tell, and what they must not hide.</summary>
public sealed class WrittenListTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("We are prepared to settle for {money_amount:EUR 45,000} in full.")]
    [InlineData("The plant cost {money_amount:120 million zloty} to build.")]
    [InlineData("Suspect is about {physical_attribute:6'2\"} with {physical_attribute:green eyes}.")]
    [InlineData("Your ticket: {date:Sat 14 Sep}, {time:08:42}.")]
    [InlineData("Officers came at {time:2235 hours} and left.")]
    [InlineData("He walked in with a {injury:cut above the left eye}.")]
    [InlineData("Exam shows a {injury:bruised left knee}. It will heal.")]
    [InlineData("She speaks {language:Norwegian}, {language:English} and {language:French}.")]
    [InlineData("He was hired as a {occupation:Senior Civil Engineer} by them.")]
    [InlineData("Passport number: {passport_number:YA 8810427}")]
    [InlineData("Our bank's BIC is {banking_information:COBADEFFXXX}.")]
    [InlineData("Hello {username:moss_and_fern},")]
    [InlineData("Seen today: a {person_age:69-year-old} {nationality:Filipino} {gender_sexuality:woman}.")]
    [InlineData("Dear Mr. {person_name:Castellanos},")]
    [InlineData("Kind regards, {person_name:Friederike Sommer}")]
    public void Detect_written_findsItUnderItsPolicy(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("Serve with rice or French fries.")]
    [InlineData("Add 400 g of tomatoes and stir.")]
    [InlineData("The device weighs 3.2 kg.")]
    [InlineData("Dear Customer, your order has been shipped.")]
    public void Detect_writtenNearMiss_isLeftAlone(string text)
    {
        var found = _detector.DetectText([new TextTurn(text)], TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, span => span.Recognizer is "code" or "lexicon" or "person_name" or "tagger");
    }
}
