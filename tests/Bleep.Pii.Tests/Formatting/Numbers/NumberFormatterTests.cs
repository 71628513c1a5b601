namespace Bleep.Pii.Tests.Formatting.Numbers;

public sealed class NumberFormatterTests
{
    private static readonly string[] Months = ["january", "march", "may", "june", "july", "october", "december"];

    [Theory]
    [InlineData("one of them", "one of them")]
    [InlineData("no one called", "no one called")]
    [InlineData("the two of us", "the two of us")]
    [InlineData("i have two cats", "i have two cats")]
    [InlineData("give me a second", "give me a second")]
    [InlineData("the first time", "the first time")]
    [InlineData("oh no", "oh no")]
    [InlineData("oh ten people came", "oh 10 people came")]
    [InlineData("oh one more thing", "oh one more thing")]
    [InlineData("two or three", "two or three")]
    [InlineData("this one nine times", "this one nine times")]
    [InlineData("that one sixteen years ago", "that one 16 years ago")]
    [InlineData("the other one two days later", "the other one two days later")]
    [InlineData("a hundred times", "a hundred times")]
    [InlineData("double the price", "double the price")]
    [InlineData("zero chance", "zero chance")]
    public void Format_smallNumber_staysWords(string spoken, string expected) => Assert.Equal(expected, Speech.Digits(spoken));

    [Theory]
    [InlineData("twelve people", "12 people")]
    [InlineData("twenty-five people", "25 people")]
    [InlineData("forty seven", "47")]
    [InlineData("two hundred and five", "205")]
    [InlineData("sixty five hundred units", "6,500 units")]
    [InlineData("one thousand two hundred fifty", "1,250")]
    [InlineData("two hundred thousand", "200,000")]
    [InlineData("a hundred and one okay", "101 okay")]
    [InlineData("three million people", "3 million people")]
    [InlineData("twenty five million people", "25 million people")]
    [InlineData("the twenty first century", "the 21st century")]
    [InlineData("a twenty second delay", "a 20 second delay")]
    [InlineData("ten fifteen minutes", "10 15 minutes")]
    [InlineData("ninety eight point six", "98.6")]
    [InlineData("three point one four", "3.14")]
    [InlineData("twenty four seven", "24/7")]
    [InlineData("version four dot two", "version 4.2")]
    [InlineData("one nine two dot one six eight dot zero dot one", "192.168.0.1")]
    [InlineData("nine one one", "911")]
    [InlineData("press one", "press 1")]
    [InlineData("option two please", "option 2 please")]
    public void Format_cardinal_isDigitsFromTen(string spoken, string expected) => Assert.Equal(expected, Speech.Digits(spoken));

    [Theory]
    [InlineData("six one zero two six five one seven one four", "610-265-1714")]
    [InlineData("six one oh , two six five , one seven one four", "610-265-1714")]
    [InlineData("six one zero uh two six five one seven one four", "610-265-1714")]
    [InlineData("three oh two five five five oh one double seven", "302-555-0177")]
    [InlineData("eight hundred five five five one two one two", "800-555-1212")]
    [InlineData("six ten two sixty five seventeen fourteen", "610-265-1714")]
    [InlineData("one six one zero two six five one seven one four", "1-610-265-1714")]
    [InlineData("my phone is two six five one seven one four", "my phone is 265-1714")]
    [InlineData("phone four one five | five five five | one two three four", "phone 415-555-1234")]
    [InlineData("my account is six one zero two six five one seven one four", "my account is 6102651714")]
    [InlineData("four one one one one one one one one one one one one one one one", "4111-1111-1111-1111")]
    [InlineData("three seven eight two eight two two four six three one zero zero zero five", "3782-822463-10005")]
    [InlineData("my social is two one nine oh nine nine nine nine eight", "my social is 219-09-9998")]
    [InlineData("two one nine oh nine nine nine nine eight", "219-09-9998")]
    [InlineData("the routing number is zero two one zero zero zero zero two one", "the routing number is 021000021")]
    [InlineData("zip code six two seven oh four", "zip code 62704")]
    [InlineData("zip six two seven oh four one two three four", "zip 62704-1234")]
    [InlineData("order four four seven one nine oh two", "order 4471902")]
    [InlineData("the card is four one one one one one one one one one one one one one one one oh nine twenty seven one two three",
        "the card is 4111-1111-1111-1111 0927123")]
    [InlineData("it was twenty nineteen", "it was 2019")]
    [InlineData("double seven double one", "7711")]
    [InlineData("ending in forty two forty two", "ending in 4242")]
    [InlineData("four four four | | two people", "444 two people")]
    public void Format_digitString_isJoinedAndGrouped(string spoken, string expected) => Assert.Equal(expected, Speech.Digits(spoken));

    [Fact]
    public void Format_topicInTheTurnBefore_groupsTheAnswer()
    {
        Assert.Equal("265-1714", Speech.Digits("what is your phone number", "two six five one seven one four"));
        Assert.Equal("610265171", Speech.Digits("what is the account number", "six one zero two six five one seven one"));
        Assert.Equal("3/7/1961", Speech.Digits("and your date of birth", "three seven nineteen sixty one"));
    }

    [Theory]
    [InlineData("march seventh nineteen sixty one", "March 7th, 1961")]
    [InlineData("on march seven nineteen sixty one", "on March 7, 1961")]
    [InlineData("march twenty first twenty twenty four", "March 21st, 2024")]
    [InlineData("the seventh of march nineteen sixty one", "the 7th of March 1961")]
    [InlineData("june twenty second two thousand four", "June 22nd, 2004")]
    [InlineData("in april twenty twenty six", "in April 2026")]
    [InlineData("december nineteen sixty one", "December 1961")]
    [InlineData("march seventh sixty one", "March 7th, 61")]
    [InlineData("may the fourth", "May the 4th")]
    [InlineData("october third at four thirty p m", "October 3rd at 4:30 p.m.")]
    [InlineData("you may ten times", "you may 10 times")]
    [InlineData("they march ten miles", "they march 10 miles")]
    [InlineData("january one one nine six one", "January 1, 1961")]
    [InlineData("born oh three oh seven sixty one", "born 03/07/61")]
    [InlineData("it expires oh nine twenty seven", "it expires 09/27")]
    [InlineData("expiration nine twenty twenty seven", "expiration 9/2027")]
    [InlineData("in two thousand four", "in 2004")]
    [InlineData("since nineteen oh five", "since 1905")]
    [InlineData("the nineteen eighties", "the 1980s")]
    [InlineData("july fourth", "July 4th")]
    public void Format_date_hasDigits(string spoken, string expected) =>
        Assert.Equal(expected + (expected.EndsWith('.') ? "" : "."), Months.Contains(spoken.Split(' ')[0]) || !char.IsLetter(expected[0])
            ? Speech.Format(new(), spoken)
            : char.ToLowerInvariant(Speech.Format(new(), spoken)[0]) + Speech.Format(new(), spoken)[1..]);

    [Theory]
    [InlineData("call at four thirty p m", "call at 4:30 p.m.")]
    [InlineData("at four p m tomorrow", "at 4 p.m. tomorrow")]
    [InlineData("nine am", "9 a.m.")]
    [InlineData("nine o'clock", "9 o'clock")]
    [InlineData("at twelve fifteen", "at 12:15")]
    [InlineData("at seventeen oh five", "at 17:05")]
    [InlineData("ten oh five a m", "10:05 a.m.")]
    [InlineData("seven thirty in the morning", "7:30 in the morning")]
    [InlineData("half past nine", "half past nine")]
    [InlineData("at twelve fifty main street", "at 1250 Main Street")]
    public void Format_time_hasDigits(string spoken, string expected) => Assert.Equal(expected, WithNames(spoken));

    [Theory]
    [InlineData("twenty five dollars and ten cents", "$25.10")]
    [InlineData("twenty five dollars ten cents", "$25.10")]
    [InlineData("five dollars", "$5")]
    [InlineData("one dollar", "$1")]
    [InlineData("twelve hundred euros a month", "€1,200 a month")]
    [InlineData("twelve fifty dollars", "$1,250")]
    [InlineData("two point five million dollars", "$2.5 million")]
    [InlineData("two million dollars", "$2 million")]
    [InlineData("three hundred and twenty dollars", "$320")]
    [InlineData("a hundred and thirty four dollars", "$134")]
    [InlineData("a hundred dollars", "$100")]
    [InlineData("a thousand two hundred dollars", "$1,200")]
    [InlineData("fifty cents", "50 cents")]
    [InlineData("twenty bucks", "20 bucks")]
    [InlineData("five percent", "5%")]
    [InlineData("two point five per cent", "2.5%")]
    [InlineData("five degrees", "5 degrees")]
    [InlineData("he is eight years old", "he is 8 years old")]
    [InlineData("for eight years", "for eight years")]
    [InlineData("twenty milligrams", "20 milligrams")]
    public void Format_amount_hasItsSign(string spoken, string expected) => Assert.Equal(expected, Speech.Digits(spoken));

    [Theory]
    [InlineData("i live at twelve fifty main street", "I live at 1250 Main Street")]
    [InlineData("forty two oak avenue apartment three b", "42 Oak Avenue apartment 3B")]
    [InlineData("five elm road", "5 Elm Road")]
    [InlineData("sixteen hundred pennsylvania avenue", "1600 Pennsylvania Avenue")]
    [InlineData("one twenty three fifth avenue", "123 5th Avenue")]
    [InlineData("seven oh one north main street", "701 North Main Street")]
    [InlineData("three twenty first street", "320 1st Street")]
    [InlineData("forty two twenty first street", "42 21st Street")]
    [InlineData("a one way street", "A one way street")]
    [InlineData("two people in the street", "Two people in the street")]
    [InlineData("a two hour drive", "A two hour drive")]
    [InlineData("apartment seven", "Apartment 7")]
    public void Format_street_hasHouseNumberAndCapitals(string spoken, string expected) =>
        Assert.Equal(expected, Speech.Format(new() { Punctuate = false }, spoken));

    [Theory]
    [InlineData("l o w e r y", "L O W E R Y")]
    [InlineData("i b m", "I B M")]
    [InlineData("vitamin c", "vitamin C")]
    [InlineData("i am a b student", "I am a B student")]
    [InlineData("l as in lima", "L as in lima")]
    [InlineData("plate seven a b c one two three", "plate 7ABC123")]
    [InlineData("policy h o six seven one one four", "policy HO67114")]
    [InlineData("i have a one two three four", "I have a 1234")]
    [InlineData("c v v one two three", "C V V 123")]
    [InlineData("a four oh one k plan", "a 401K plan")]
    [InlineData("vitamin b twelve", "vitamin B12")]
    [InlineData("s five three oh four double b", "S5304BB")]
    [InlineData("o one two three", "0123")]
    [InlineData("take two a day", "take two a day")]
    [InlineData("at four p m i left", "at 4 p.m. I left")]
    public void Format_letters_areCapitalsAndJoinDigits(string spoken, string expected) =>
        Assert.Equal(expected, LowerFirst(spoken, Speech.Format(new() { Punctuate = false }, spoken)));

    [Fact]
    public void Format_numeralsOff_keepsWords() =>
        Assert.Equal("call six one zero two six five", Speech.Format(new() { Punctuate = false, Capitalize = false, Numerals = false }, "call six one zero two six five"));

    private static string WithNames(string spoken) => LowerFirst(spoken, Speech.Format(new() { Punctuate = false }, spoken));

    private static string LowerFirst(string spoken, string text) =>
        spoken.Length > 1 && spoken[1] != ' ' || spoken[0] == 'a' ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
