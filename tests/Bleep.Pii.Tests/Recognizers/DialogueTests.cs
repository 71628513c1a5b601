using Bleep.Pii.Detection;
using Bleep.Pii.Tests.Detection;

namespace Bleep.Pii.Tests.Recognizers;

public sealed class DialogueTests
{
    private static readonly PiiDetector _balanced = new(new PiiDetectorOptions());
    private static readonly PiiDetector _readable = new(new PiiDetectorOptions { Sensitivity = Sensitivity.Readable });

    [Theory]
    [InlineData("and your date of birth | {date_of_birth:the seventh of march sixty one}")]
    [InlineData("may i have your name | yes it's {person_name:john lowery}")]
    [InlineData("can you spell that for me | {person_name:l o w e r y}")]
    [InlineData("can you spell your last name | sure {person_name:key they are cia}")]
    [InlineData("what is your e-mail address | {email_address:john had male dot com}")]
    [InlineData("what is your email | it's {email_address:john dot lowery at gmail dot com} thank you")]
    [InlineData("how old are you | {person_age:forty two}")]
    [InlineData("may i have your name | {person_name:marry smith}")]
    [InlineData("the address is {location:three twenty} | okay | {location:first street} | okay | {location:forest ranch}")]
    public void Detect_answerToAQuestion_isPrivate(string marked) => Expected.Parse(marked).AssertFoundBy(_balanced);

    [Fact]
    public void Detect_misheardAnswer_staysInReadable() =>
        Expected.Parse("can you spell your last name | sure key they are see a").AssertFoundBy(_readable);

    [Fact]
    public void Detect_nameLearntEarlier_isFoundEverywhere() =>
        Expected.Parse("my name is {person_name:okonkwo} | thank you {person_name:okonkwo} | and did {person_name:okonkvo} sign it").AssertFoundBy(_balanced);

    [Fact]
    public void Detect_refusal_takesNothing() =>
        Expected.Parse("may i have your name | i don't want to say that").AssertFoundBy(_balanced);

    [Theory]
    [InlineData("hello how can i help you today | i would like to reset my password")]
    [InlineData("is there anything else | no that's all thank you | have a great day")]
    [InlineData("i lost my card can you send me a new one")]
    [InlineData("my name is not on the list")]
    [InlineData("i live in a small house and work from home")]
    public void Detect_talkWithoutPii_isLeftAlone(string marked) => Expected.Parse(marked).AssertFoundBy(_balanced);
}
