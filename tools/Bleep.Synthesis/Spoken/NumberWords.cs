using Bleep.Synthesis.Randomness;

namespace Bleep.Synthesis.Spoken;

/// <summary>English numbers in words, as people say them.</summary>
internal static class NumberWords
{
    private static readonly string[] s_small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens =
        ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] s_smallOrdinals =
    [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    /// <summary>The word for one decimal digit; 0 is "zero".</summary>
    /// <param name="digit">A character from '0' to '9'.</param>
    public static string Digit(char digit) => s_small[digit - '0'];

    /// <summary>A whole number in words: 1234 is "one thousand two hundred thirty four".</summary>
    /// <param name="value">0 to 999,999,999.</param>
    /// <param name="withAnd">Says "two hundred and thirty four".</param>
    public static string Cardinal(int value, bool withAnd = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value < 20)
        {
            return s_small[value];
        }
        if (value < 100)
        {
            return value % 10 == 0 ? s_tens[value / 10] : $"{s_tens[value / 10]} {s_small[value % 10]}";
        }
        var (unit, name) = value < 1000 ? (100, "hundred") : value < 1_000_000 ? (1000, "thousand") : (1_000_000, "million");
        string head = $"{Cardinal(value / unit, withAnd)} {name}";
        int rest = value % unit;
        return rest == 0 ? head : $"{head}{(withAnd && rest < 100 ? " and " : " ")}{Cardinal(rest, withAnd)}";
    }

    /// <summary>The position in words: 31 is "thirty first".</summary>
    /// <param name="value">1 to 999.</param>
    public static string Ordinal(int value)
    {
        if (value < 20)
        {
            return s_smallOrdinals[value];
        }
        if (value < 100)
        {
            return value % 10 == 0 ? s_tens[value / 10].Replace("y", "ieth") : $"{s_tens[value / 10]} {s_smallOrdinals[value % 10]}";
        }
        return value % 100 == 0 ? $"{Cardinal(value / 100)} hundredth" : $"{Cardinal(value / 100)} hundred {Ordinal(value % 100)}";
    }

    /// <summary>The position in figures: 31 is "31st".</summary>
    /// <param name="value">1 or more.</param>
    public static string OrdinalFigures(int value) => value + (value % 100 is >= 11 and <= 13
        ? "th"
        : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>A year as one of the ways people say it.</summary>
    /// <param name="year">1900 to 2099.</param>
    /// <param name="random">Chooses between the ways.</param>
    public static string Year(int year, SeededRandom random)
    {
        int low = year % 100;
        if (year is >= 2000 and <= 2009)
        {
            return low == 0 ? "two thousand" : random.Next(0, 3) switch
            {
                0 => $"two thousand and {s_small[low]}",
                1 => $"twenty oh {s_small[low]}",
                _ => $"two thousand {s_small[low]}",
            };
        }
        string century = Cardinal(year / 100);
        if (low == 0)
        {
            return $"{century} hundred";
        }
        if (low < 10)
        {
            return $"{century} oh {s_small[low]}";
        }
        if (year >= 2010 && random.Chance(0.15))
        {
            return $"two thousand {(random.Chance(0.4) ? "and " : "")}{Cardinal(low)}";
        }
        return $"{century} {Cardinal(low)}";
    }
}
