namespace Bleep.Pii.Tests.Formatting.Addresses;

public sealed class InternetAddressReaderTests
{
    [Theory]
    [InlineData("john dot lowery at gmail dot com", "john.lowery@gmail.com")]
    [InlineData("my email is john dot lowery at gmail dot com thanks", "my email is john.lowery@gmail.com thanks")]
    [InlineData("send it to j underscore smith four two at yahoo dot co dot uk", "send it to j_smith42@yahoo.co.uk")]
    [InlineData("it's l o w e r y at g mail dot com", "it's lowery@gmail.com")]
    [InlineData("my email is john lowery at example dot org", "my email is johnlowery@example.org")]
    [InlineData("lowery seventy seven at hot mail dot com", "lowery77@hotmail.com")]
    [InlineData("you can write to billing plus eu at example dot com", "you can write to billing+eu@example.com")]
    [InlineData("anna dash marie at example dot de", "anna-marie@example.de")]
    [InlineData("i told jane smith at example dot com", "i told jane smith@example.com")]
    [InlineData("find us at example dot com", "find us at example.com")]
    [InlineData("go to w w w dot example dot com slash help", "go to www.example.com/help")]
    [InlineData("visit example dot co dot uk today", "visit example.co.uk today")]
    [InlineData("x at b dot com and c at d dot com", "x@b.com and c@d.com")]
    public void Format_spokenAddress_isPutTogether(string spoken, string expected) => Assert.Equal(expected, Speech.Digits(spoken));

    [Theory]
    [InlineData("look at the dot on the map")]
    [InlineData("the dot com years")]
    [InlineData("connect the dot at noon")]
    [InlineData("dot dot dot")]
    [InlineData("at dot com")]
    public void Format_noAddress_staysWords(string spoken) => Assert.Equal(spoken, Speech.Digits(spoken));

    [Fact]
    public void Format_addressesOff_keepsWords() => Assert.Equal("john at example dot com",
        Speech.Format(new() { Punctuate = false, Capitalize = false, InternetAddresses = false }, "john at example dot com"));
}
