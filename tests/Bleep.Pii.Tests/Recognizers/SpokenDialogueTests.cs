using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>What only the dialogue makes private: answers, references, names found at another place.</summary>
public sealed class SpokenDialogueTests
{
    private static readonly PiiDetector _detector = new(new PiiDetectorOptions());

    [Theory]
    [InlineData("and your date of birth? | {date_of_birth:the seventh of march sixty one}")]
    [InlineData("and your last name please | {person_name:lowery} that's spelled {person_name:l o w e r y}")]
    [InlineData("which card is it | the one ending in {number_sequence:oh three seven seven}")]
    [InlineData("and the last four digits | {number_sequence:six oh double two}")]
    [InlineData("what city | {location:tallahassee}")]
    [InlineData("what do you do for a living | i'm an {occupation:electrician}")]
    [InlineData("who do you work for | {organization:meridian trust bank}")]
    [InlineData("what languages do you speak | {language:german} {language:english} and some {language:vietnamese}")]
    [InlineData("what is your marital status | {marital_status:divorced}")]
    [InlineData("and the security code | {credit_card_cvv:seven one four}")]
    [InlineData("how much would you like to send | {money_amount:a hundred and one}")]
    public void Detect_answer_isPrivate(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("my name is {person_name:gerald whitcombe} | thanks mister {person_name:whitcombe} | sure | is that {person_name:whitcomb} with an e")]
    [InlineData("my name is {person_name:anneliese brandt} | okay {person_name:anneliese}")]
    [InlineData("this is {person_name:okonkwo} | hello | {person_name:o k o n k w o}")]
    public void Detect_nameFoundOnce_goesEverywhere(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);

    [Theory]
    [InlineData("thank you mister {person_name:chambers}")]
    [InlineData("good morning mrs {person_name:brandt} how are you")]
    [InlineData("you need to ask doctor {person_name:patel}")]
    [InlineData("hi {person_name:tamika} thanks for waiting")]
    [InlineData("okay {person_name:dmitri} let me check")]
    public void Detect_titleOrAddress_findsTheName(string marked) => Expected.Parse(marked).AssertFoundBy(_detector);
}
