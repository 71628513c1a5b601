using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

public sealed class SpokenNumberTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("my phone number is {phone_number:six one oh two six five one seven one four}")]
    [InlineData("you can call me at {phone_number:six one zero uh two six five one seven one four} after lunch")]
    [InlineData("the number is {phone_number:four fifteen five five five oh one nine two} okay")]
    [InlineData("what is your phone number | it's {phone_number:double five five} | okay | {phone_number:seven oh one nine}")]
    [InlineData("it is {phone_number:eight hundred five five five one two one two}")]
    [InlineData("{phone_number:six one oh no wait six two oh two six five one seven one four} is my phone number")]
    [InlineData("and the phone number please | {phone_number:six to five five for one two two nine oh}")]
    public void Detect_spokenPhone_findsAllOfIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("my card number is {credit_card_number:four one one one one one one one one one one one one one one one}")]
    [InlineData("{credit_card_number:four thousand one hundred eleven one one one one one one one one one one one one}")]
    [InlineData("can i have the card number | {credit_card_number:four one one one} | mm-hm | {credit_card_number:one one one one} | got it | {credit_card_number:one one one one one one one one}")]
    [InlineData("the expiration date is {credit_card_expiration:oh four twenty seven} and the security code is {credit_card_cvv:one two three}")]
    [InlineData("my social is {us_social_security_number:one two three four five six seven eight nine}")]
    [InlineData("the card ending in {credit_card_number:four two four two}")]
    [InlineData("my account number is {account_number:double oh seven four three one}")]
    [InlineData("what's your zip code | {location:nine four one oh seven}")]
    [InlineData("the license plate is {vehicle_id:seven a b c one two three}")]
    [InlineData("my member id is {account_number:x as in xray y four four seven nine}")]
    public void Detect_spokenCode_findsItUnderItsPolicy(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("i need two of them and one more for my friend")]
    [InlineData("press one for billing or two for support")]
    [InlineData("one moment please")]
    [InlineData("just a second let me look at that")]
    [InlineData("i would like to buy three tickets")]
    [InlineData("we have one or two questions")]
    [InlineData("that is one of the best things to do")]
    public void Detect_ordinaryNumber_isLeftAlone(string text) => Expected.Parse(text).AssertFoundBy(_detector);
}
