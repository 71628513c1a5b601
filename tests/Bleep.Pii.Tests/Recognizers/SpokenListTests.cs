using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>Every way in which English says a private value, at least once.</summary>
public sealed class SpokenListTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("my number is {phone_number:six one oh two six five one seven one four}")]
    [InlineData("my number is {phone_number:six ten two six five seventeen fourteen}")]
    [InlineData("my phone number is {phone_number:four fifteen five five five twenty two hundred}")]
    [InlineData("my phone number is {phone_number:eight hundred two two two sixty five hundred}")]
    [InlineData("my number is {phone_number:six one zero, uh, two six five, um, seventeen fourteen}")]
    [InlineData("my number is {phone_number:610 two six five 1714}")]
    [InlineData("what's the phone number | {phone_number:six one oh} | mm-hm | {phone_number:two six five} | got it | {phone_number:one seven one four}")]
    [InlineData("my phone number is {phone_number:six one oh two six five one seven one four} | so that's {phone_number:six one oh two six five one seven one four}")]
    [InlineData("my phone number is {phone_number:six one oh no wait six two oh two six five one seven one four}")]
    [InlineData("my phone number is {phone_number:triple five one two three double four oh nine}")]
    [InlineData("you can reach me at {phone_number:plus four four two oh seven nine four six oh nine five eight}")]
    [InlineData("my number is {phone_number:five five five oh one nine nine extension two two}")]
    public void Detect_spokenPhone_findsAllOfIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("my card number is {credit_card_number:four one one one one one one one one one one one one one one one} expiring {credit_card_expiration:oh four twenty seven}")]
    [InlineData("the card number is {credit_card_number:thirty seven eighty two eighty two two four six three one zero zero zero five}")]
    [InlineData("the security code on the back is {credit_card_cvv:eight oh two}")]
    [InlineData("it expires {credit_card_expiration:march twenty twenty nine}")]
    [InlineData("my social is {us_social_security_number:one two three forty five sixty seven eighty nine}")]
    [InlineData("the last four of my social are {us_social_security_number:six seven eight nine}")]
    [InlineData("my policy number is {account_number:b c four four one nine oh seven}")]
    [InlineData("my member number is {account_number:w as in whiskey seven seven oh nine dash two one}")]
    [InlineData("my member number is {account_number:tango bravo nine nine one two}")]
    [InlineData("my routing number is {banking_information:oh two one zero zero zero zero two one}")]
    [InlineData("the plate is {vehicle_id:k l m four eight two}")]
    [InlineData("the vin is {vehicle_id:one h g c m eight two six three three a zero zero four three five two}")]
    [InlineData("my passport number is capital {passport_number:j eight eight one zero four two seven}")]
    [InlineData("my driver's license is {drivers_license:d one two three four five six seven}")]
    [InlineData("my medical record number is {healthcare_number:four four one nine oh two}")]
    [InlineData("my pin is {password:four nine two two}")]
    [InlineData("it's {password:lower case t upper case r nine nine dollar sign fox}")]
    [InlineData("the password is {password:capital b blue heron forty two exclamation mark}")]
    [InlineData("the ip address is {ip_address:one ninety two dot one sixty eight dot one dot ten}")]
    public void Detect_spokenCode_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("my last name is {person_name:l o w e r y}")]
    [InlineData("it's {person_name:lowery l as in lima o w e r y}")]
    [InlineData("{person_name:jonas} with a j | can you spell that | {person_name:capital j o n a s}")]
    [InlineData("my last name is {person_name:kowalski} that's spelled {person_name:kilo oscar whiskey alpha lima sierra kilo india}")]
    public void Detect_spelling_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("my email is {email_address:john dot lowery at gmail dot com}")]
    [InlineData("my email is {email_address:j underscore lowery seven at yahoo dot co dot u k}")]
    [InlineData("my email is {email_address:mary dash ann at outlook dot com all lower case}")]
    [InlineData("my email is {email_address:blue heron at ninefold ceramics dot com all one word}")]
    [InlineData("my email is {email_address:f freeman at butterfly help dot c o dot u k}")]
    [InlineData("it's {email_address:puppy winter five oh nine at s b c global dot net}")]
    [InlineData("it's {email_address:adeyemi dot r at me dot com}")]
    [InlineData("go to {url:w w w dot ninefold dot com}")]
    [InlineData("go to {url:ninefold ceramics dot com slash returns}")]
    public void Detect_spokenAddressOfTheNet_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("i was born on {date_of_birth:march seventh nineteen sixty one}")]
    [InlineData("my date of birth is {date_of_birth:oh three oh seven sixty one}")]
    [InlineData("my date of birth is {date_of_birth:three seven nineteen sixty one}")]
    [InlineData("we met on {date:the twenty third of june two thousand and six}")]
    [InlineData("it's due on {date:june second twenty twenty six}")]
    [InlineData("we were there from {date:the second to the twelfth of october}")]
    [InlineData("i started in {date_interval:november of last year}")]
    [InlineData("i've been there since {date_interval:late september}")]
    [InlineData("he signed it on {date:six four} in front of me")]
    [InlineData("the rent is due the {date:twenty third} paid by card")]
    [InlineData("we open at {time:nine thirty a m}")]
    [InlineData("come at {time:half past six in the evening}")]
    [InlineData("be there at {time:nine sharp}")]
    [InlineData("i'm {person_age:forty two years old}")]
    [InlineData("my daughter is {person_age:eight}")]
    [InlineData("i was {person_age:nineteen} when we met")]
    public void Detect_spokenDateTimeOrAge_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("it was {money_amount:two hundred and nineteen dollars and ninety nine cents}")]
    [InlineData("i make {money_amount:a hundred and forty k} a year")]
    [InlineData("it comes to {money_amount:eighty four ninety five}")]
    [InlineData("i pay {money_amount:forty five} a month")]
    [InlineData("they charge {money_amount:four pounds twenty} each")]
    [InlineData("i'd like to transfer {money_amount:twelve hundred} from savings to checking")]
    public void Detect_spokenMoney_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("i live at {location:forty one sycamore lane apartment four b in greenfield massachusetts zip oh one three oh one}")]
    [InlineData("the address is {location:sixty five hundred main street suite two hundred}")]
    [InlineData("send it to {location:p o box eleven forty two}")]
    [InlineData("my zip code is {location:nine four one oh seven}")]
    [InlineData("we're at {location:forty one degrees twenty four minutes north seventy degrees forty minutes west}")]
    [InlineData("we're at {location:forty point seven one two eight north}")]
    public void Detect_spokenPlace_findsIt(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Fact]
    public void Detect_cardExpiryAndCodeInOneBreath_leavesNothing() =>
        Expected.Parse("okay so the card is {credit_card_number:four two four two four two four two four two four two four two four two oh four thirty nine one one} thanks").AssertFoundBy(_detector);

    [Theory]
    [InlineData("it weighs two hundred grams")]
    [InlineData("the car has ninety thousand miles on it")]
    [InlineData("put in four hundred grams of flour and a cup of sugar")]
    [InlineData("thanks a million")]
    [InlineData("give me one second")]
    [InlineData("i'd like the second one please")]
    [InlineData("nine out of ten people would say yes")]
    public void Detect_numberOfThings_isNoCode(string marked)
    {
        var found = _detector.DetectText(Expected.Parse(marked).Turns, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, span => span.Recognizer is "code" or "expectation");
    }
}
