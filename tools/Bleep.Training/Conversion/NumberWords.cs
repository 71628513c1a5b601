namespace Bleep.Training.Conversion;

/// <summary>Writes numbers the way a recogniser writes what a speaker of English says.</summary>
internal static class NumberWords
{
    private static readonly string[] s_small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, string> s_ordinals = new()
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    /// <summary>One word a digit: <c>four oh seven</c>.</summary>
    /// <param name="digits">Digits; other characters are left out.</param>
    /// <param name="zero">The word for zero.</param>
    public static IEnumerable<string> Digits(IEnumerable<char> digits, string zero = "zero") =>
        digits.Where(char.IsAsciiDigit).Select(digit => digit == '0' ? zero : s_small[digit - '0']);

    /// <summary>A cardinal: <c>two hundred twenty</c>.</summary>
    /// <param name="value">A number below a thousand million; larger ones are spoken digit by digit.</param>
    public static IEnumerable<string> Cardinal(long value)
    {
        if (value >= 1_000_000_000)
        {
            return Digits(value.ToString());
        }
        var words = new List<string>();
        AddCardinal(words, value);
        return words;
    }

    /// <summary>An ordinal: <c>twenty first</c>.</summary>
    /// <param name="value">A positive number.</param>
    public static IEnumerable<string> Ordinal(long value)
    {
        var words = Cardinal(value).ToList();
        string last = words[^1];
        words[^1] = s_ordinals.TryGetValue(last, out string? irregular) ? irregular
            : last.EndsWith('y') ? last[..^1] + "ieth"
            : last + "th";
        return words;
    }

    /// <summary>Two digits at a time, as years and house numbers are said: <c>nineteen oh five</c>, <c>six forty eight</c>.</summary>
    /// <param name="value">A number of three or four digits.</param>
    public static IEnumerable<string> Pairs(long value)
    {
        (long high, long low) = (value / 100, value % 100);
        if (low == 0)
        {
            return [.. Cardinal(high), "hundred"];
        }
        return low < 10 ? [.. Cardinal(high), "oh", .. Cardinal(low)] : [.. Cardinal(high), .. Cardinal(low)];
    }

    /// <summary>A year: <c>twenty nineteen</c>, <c>two thousand five</c>.</summary>
    /// <param name="value">A year of four digits.</param>
    public static IEnumerable<string> Year(long value) => value is >= 2000 and < 2010 ? Cardinal(value) : Pairs(value);

    private static void AddCardinal(List<string> words, long value)
    {
        foreach ((long size, string name) in new[] { (1_000_000L, "million"), (1_000L, "thousand"), (100L, "hundred") })
        {
            if (value >= size)
            {
                AddCardinal(words, value / size);
                words.Add(name);
                value %= size;
                if (value == 0)
                {
                    return;
                }
            }
        }
        if (value < 20)
        {
            words.Add(s_small[value]);
            return;
        }
        words.Add(s_tens[value / 10]);
        if (value % 10 > 0)
        {
            words.Add(s_small[value % 10]);
        }
    }
}
