using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>The English number words.</summary>
internal static class NumberWords
{
    private static readonly string[] SmallNames =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] TenNames = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] SmallOrdinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly FrozenDictionary<string, int> Small = SmallNames.Select((name, value) => (name, value))
        .Concat([("niner", 9), ("nought", 0)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<string, int> Tens = TenNames.Select((name, index) => (name, Value: (index + 2) * 10))
        .Concat([("fourty", 40)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<string, int> Ordinals = SmallOrdinals.Select((name, index) => (name, Value: index + 1))
        .Concat(TenNames.Select((name, index) => (name: name[..^1] + "ieth", Value: (index + 2) * 10)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Value);

    private static readonly FrozenDictionary<string, long> Magnitudes = new Dictionary<string, long>
    {
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Decades = TenNames
        .Select((name, index) => (name: name[..^1] + "ies", Value: (index + 2) * 10))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Value);

    /// <summary>0 to 19; 'oh' is not among them.</summary>
    public static bool TrySmall(string word, out int value) => Small.TryGetValue(word, out value);

    /// <summary>20, 30, … 90.</summary>
    public static bool TryTens(string word, out int value) => Tens.TryGetValue(word, out value);

    /// <summary>1st to 19th, 20th, 30th, … 90th.</summary>
    public static bool TryOrdinal(string word, out int value) => Ordinals.TryGetValue(word, out value);

    /// <summary>Thousand and more.</summary>
    public static bool TryMagnitude(string word, out long value) => Magnitudes.TryGetValue(word, out value);

    /// <summary>'eighties' as 80.</summary>
    public static bool TryDecade(string word, out int value) => Decades.TryGetValue(word, out value);

    /// <summary>A spoken digit, 'oh' included.</summary>
    public static bool TryDigit(string word, out int value)
    {
        if (word is "oh" or "o")
        {
            value = 0;
            return true;
        }
        return Small.TryGetValue(word, out value) && value < 10;
    }

    /// <summary>True when the word can begin a number.</summary>
    public static bool IsNumber(string word) => TryDigit(word, out _) || Small.ContainsKey(word) || Tens.ContainsKey(word)
        || Ordinals.ContainsKey(word) || word is "double" or "triple" || word.Contains('-') && NumberReader.IsHyphenated(word);

    /// <summary>A number with its ordinal ending: 21st, 12th.</summary>
    public static string OrdinalText(long value)
    {
        string ending = (value % 100) is >= 11 and <= 13 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return value + ending;
    }
}
