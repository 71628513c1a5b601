using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>A sum of money. Form: <c>full</c>.</summary>
internal sealed class MoneyValue : SlotValue
{
    private readonly int _whole;
    private readonly int _cents;
    private readonly (string Sign, string One, string Many, string Part) _currency;

    /// <summary>Chooses a sum.</summary>
    /// <param name="random">The source.</param>
    /// <param name="whole">A sum without cents, or null for any.</param>
    public MoneyValue(SeededRandom random, int? whole = null)
    {
        _whole = whole ?? (random.Next(0, 5) switch
        {
            0 => random.Next(2, 99),
            1 => random.Next(100, 999),
            2 => random.Next(1, 60) * 50,
            3 => random.Next(1, 90) * 1000,
            4 => random.Next(1000, 9999),
            _ => random.Next(10, 200),
        });
        _cents = whole is null && _whole < 5000 && random.Chance(0.35) ? random.Pick([10, 25, 49, 50, 75, 95, 99, random.Next(11, 98)]) : 0;
        _currency = random.Pick(
            new (string, string, string, string)[] { ("$", "dollar", "dollars", "cents"), ("£", "pound", "pounds", "pence"), ("€", "euro", "euros", "cents") },
            currency => currency.Item1 == "$" ? 10 : 1);
    }

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        if (form != "full")
        {
            throw UnknownForm(form);
        }
        bool withAnd = random.Chance(0.5);
        string said = NumberWords.Cardinal(_whole, withAnd);
        if (_whole is >= 1100 and <= 9900 && _whole % 100 == 0 && _whole % 1000 != 0 && random.Chance(0.6))
        {
            said = $"{NumberWords.Cardinal(_whole / 100)} hundred";
        }
        else if (said.StartsWith("one hundred", StringComparison.Ordinal) && random.Chance(0.6))
        {
            said = "a" + said[3..];
        }
        string figures = _whole >= 1000 ? $"{_whole / 1000},{_whole % 1000:000}" : $"{_whole}";
        if (_cents == 0)
        {
            string unit = _currency.Sign == "$" && random.Chance(0.12) ? "bucks" : _whole == 1 ? _currency.One : _currency.Many;
            return Make(unit == "bucks" ? $"{figures} bucks" : $"{_currency.Sign}{figures}", $"{said} {unit}");
        }
        string written = $"{_currency.Sign}{figures}.{_cents:00}";
        string cents = NumberWords.Cardinal(_cents);
        return random.Next(0, 3) switch
        {
            0 when _whole < 1000 => Make(written, $"{NumberWords.Cardinal(_whole)} {cents}"),
            1 => Make(written, $"{said} {_currency.Many} {cents}"),
            _ => Make(written, $"{said} {_currency.Many} and {cents} {_currency.Part}"),
        };
    }

    private static Rendering Make(string written, string spoken) => new(written, spoken, "money_amount");
}
