using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A payment card with a valid check digit. Forms: <c>number</c>, <c>last4</c>, <c>first4</c>, <c>part1</c> … <c>part4</c>, <c>rest</c>,
/// <c>expiry</c>, <c>cvv</c>.
/// </summary>
internal sealed class CardValue : SlotValue
{
    private readonly string[] _groups;
    private readonly int _month;
    private readonly int _year;
    private readonly string _cvv;

    /// <summary>Chooses a card.</summary>
    /// <param name="random">The source of digits.</param>
    public CardValue(SeededRandom random)
    {
        string prefix = random.Pick(["4", "4", "4", "51", "52", "53", "54", "55", "2221", "34", "37", "6011", "65"]);
        bool isAmex = prefix is "34" or "37";
        int length = isAmex ? 15 : 16;
        string body = prefix + random.Digits(length - 1 - prefix.Length);
        Number = body + CheckDigit(body);
        _groups = isAmex ? [Number[..4], Number[4..10], Number[10..]] : [Number[..4], Number[4..8], Number[8..12], Number[12..]];
        (_month, _year) = (random.Next(1, 12), random.Next(2026, 2033));
        _cvv = random.Digits(isAmex ? 4 : 3);
    }

    /// <summary>All digits of the number.</summary>
    public string Number { get; }

    /// <summary>The digit that makes the number pass the Luhn check.</summary>
    /// <param name="body">All digits but the last.</param>
    public static char CheckDigit(string body)
    {
        int sum = 0;
        for (int index = 0; index < body.Length; index++)
        {
            int digit = body[^(index + 1)] - '0';
            if (index % 2 == 0)
            {
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            }
            sum += digit;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        var speech = new CodeSpeech(random);
        switch (form)
        {
            case "expiry":
                return Expiry(random, speech);
            case "cvv":
                return new Rendering(_cvv, speech.ReadGroup(_cvv), "credit_card_cvv");
            case "number" or "full":
                return Digits(string.Join(random.Pick([" ", " ", "-", ""]), _groups), speech.Read(_groups));
            case "last4":
                return Digits(Number[^4..], speech.ReadGroup(Number[^4..]));
            case "first4":
                return Digits(Number[..4], speech.ReadGroup(Number[..4]));
            case "rest":
                return Digits(string.Join(' ', _groups[1..]), speech.Read(_groups[1..]));
            case "part1" or "part2" or "part3":
                string group = _groups[form[^1] - '1'];
                return Digits(group, speech.ReadGroup(group));
            case "part4":
                return Digits(_groups[^1], speech.ReadGroup(_groups[^1]));
            default:
                throw UnknownForm(form);
        }
    }

    private static Rendering Digits(string written, string spoken) => new(written, spoken, "credit_card_number");

    private Rendering Expiry(SeededRandom random, CodeSpeech speech)
    {
        string month = DateValue.MonthNames[_month - 1];
        string shortYear = $"{_year % 100}";
        string padded = $"{_month:00}";
        var (written, spoken) = random.Next(0, 8) switch
        {
            0 => ($"{month} {_year}", $"{month.ToLowerInvariant()} {NumberWords.Year(_year, random)}"),
            1 => ($"{month} of {_year}", $"{month.ToLowerInvariant()} of {NumberWords.Year(_year, random)}"),
            2 => ($"{month} {_year}", $"{month.ToLowerInvariant()} {NumberWords.Cardinal(_year % 100)}"),
            3 => ($"{padded}/{shortYear}", $"{speech.ReadGroup(padded)} slash {NumberWords.Cardinal(_year % 100)}"),
            4 => ($"{_month}/{_year}", $"{NumberWords.Cardinal(_month)} {NumberWords.Year(_year, random)}"),
            5 => ($"{padded}/{shortYear}", $"{speech.ReadGroup(padded)} {speech.ReadGroup(shortYear)}"),
            6 => ($"{_month}/{shortYear}", $"{NumberWords.Cardinal(_month)}, {NumberWords.Cardinal(_year % 100)}"),
            _ => ($"{padded}/{shortYear}", $"{speech.ReadGroup(padded)}, {NumberWords.Cardinal(_year % 100)}"),
        };
        return new Rendering(written, spoken, "credit_card_expiration");
    }
}
