using System.Numerics;
using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Scripts;
using Bleep.Synthesis.Spoken;
using Bleep.Synthesis.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Synthesis.Tests.Values;

public sealed class ValueTests
{
    [Fact]
    public void Card_anySeed_passesTheLuhnCheck() => Prop.ForAll<int>(seed =>
    {
        string number = new CardValue(new SeededRandom(seed)).Number;
        int sum = number.Reverse().Select((digit, index) => index % 2 == 0 ? digit - '0' : (digit - '0') * 2 is var twice && twice > 9 ? twice - 9 : twice)
            .Sum();
        return number.Length is 15 or 16 && sum % 10 == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Iban_anySeed_hasRemainderOne() => Prop.ForAll<int>(seed =>
    {
        string iban = CheckedCodes.Iban(new SeededRandom(seed)).Bare;
        string digits = string.Concat((iban[4..] + iban[..4]).Select(unit => char.IsAsciiDigit(unit) ? $"{unit}" : $"{unit - 'A' + 10}"));
        return BigInteger.Parse(digits) % 97 == 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Routing_anySeed_passesItsCheck() => Prop.ForAll<int>(seed =>
    {
        string number = CheckedCodes.Routing(new SeededRandom(seed)).Bare;
        return number.Length == 9 && number.Select((digit, index) => (digit - '0') * (index % 3) switch { 0 => 3, 1 => 7, _ => 1 }).Sum() % 10 == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Vin_knownNumber_hasTheShape() => Prop.ForAll<int>(seed =>
    {
        string vin = CheckedCodes.Vin(new SeededRandom(seed)).Bare;
        return vin.Length == 17 && !vin.AsSpan().ContainsAny('I', 'O', 'Q') && (char.IsAsciiDigit(vin[8]) || vin[8] == 'X');
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(21, "twenty one")]
    [InlineData(115, "one hundred fifteen")]
    [InlineData(1000, "one thousand")]
    [InlineData(34_560, "thirty four thousand five hundred sixty")]
    public void Cardinal_number_inWords(int value, string words) => Assert.Equal(words, NumberWords.Cardinal(value));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(12, "twelfth")]
    [InlineData(20, "twentieth")]
    [InlineData(31, "thirty first")]
    public void Ordinal_number_inWords(int value, string words) => Assert.Equal(words, NumberWords.Ordinal(value));

    [Fact]
    public void Spell_name_givesEveryLetter() => Prop.ForAll<int>(seed =>
    {
        var random = new SeededRandom(seed);
        var (written, spoken) = LetterSpeech.Spell("Lowery", random);
        var letters = spoken.Split(' ').Select(word => word.Trim(',')).Where(word => word.Length == 1 && char.IsAsciiLetterUpper(word[0]));
        return written == "L-O-W-E-R-Y" && string.Concat(letters) == "LOWERY";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lists_all_areReadAndHaveNoDigitsInSpokenForms()
    {
        foreach (string name in WordLists.Names)
        {
            var items = WordLists.Get(name);
            Assert.NotEmpty(items);
            if (name is not ("area-codes" or "phone-patterns"))
            {
                Assert.All(items, item => Assert.Matches("^[A-Za-z', ]+$", item.Spoken));
            }
        }
    }

    [Fact]
    public void Lists_openClasses_haveHeldOutItems() => Assert.All(
        new[] { "first-names-female", "last-names", "streets", "cities-us", "companies", "drugs", "conditions", "occupations" },
        name => Assert.InRange(WordLists.Get(name).Count(item => item.IsHeldOut) / (double)WordLists.Get(name).Count, 0.1, 0.3));

    [Fact]
    public void Pick_trainingSplit_neverTakesHeldOutItems()
    {
        var cast = new CallCast(new SeededRandom(1), TemplateSplit.Training);
        Assert.All(Enumerable.Range(0, 300), _ => Assert.False(cast.Pick("last-names").IsHeldOut));
    }

    [Fact]
    public void SeededRandom_sequence_neverChanges()
    {
        var random = new SeededRandom(42);
        Assert.Equal(0x658780D62A4CF7AFUL, random.NextBits());
        Assert.Equal(0xA1827FF53E08E56AUL, random.NextBits());
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.Next(3, 7), 3, 7));
    }
}
