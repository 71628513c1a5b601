using System.Globalization;
using System.Text.RegularExpressions;

namespace Bleep.Training.Conversion;

/// <summary>
/// Rewrites written English as a recogniser would put it: lower case, no punctuation, numbers, money, times and telephone
/// numbers as words. Every word remembers the code units of the text it stands for.
/// </summary>
internal static partial class SpokenWriter
{
    /// <summary>One word and the text it was written for.</summary>
    /// <param name="Text">The spoken word.</param>
    /// <param name="Start">First code unit of the source.</param>
    /// <param name="End">First code unit after the source.</param>
    internal readonly record struct SpokenWord(string Text, int Start, int End);

    /// <summary>Rewrites a text.</summary>
    /// <param name="text">Written English.</param>
    /// <param name="saysOh">True where the speaker says 'oh' for zero.</param>
    public static List<SpokenWord> Write(string text, bool saysOh)
    {
        var words = new List<SpokenWord>();
        foreach (Match match in TokenPattern().Matches(text))
        {
            words.AddRange(Say(match, text, saysOh).Select(word => new SpokenWord(word, match.Index, match.Index + match.Length)));
        }
        return words;
    }

    private static IEnumerable<string> Say(Match match, string text, bool saysOh)
    {
        string Part(string name) => match.Groups[name].Value.Replace(",", "", StringComparison.Ordinal);
        long Number(string name) => long.TryParse(Part(name), CultureInfo.InvariantCulture, out long value) ? value : 0;
        if (match.Groups["phone"].Success)
        {
            return NumberWords.Digits(match.Value, saysOh ? "oh" : "zero");
        }
        if (match.Groups["money"].Success)
        {
            return SayMoney(Number("money"), match.Groups["cents"].Success ? Number("cents") : 0);
        }
        if (match.Groups["hour"].Success)
        {
            return SayTime(Number("hour"), Number("minute"));
        }
        if (match.Groups["half"].Success)
        {
            return match.Value[0] is 'a' or 'A' ? ["a", "m"] : ["p", "m"];
        }
        if (match.Groups["ordinal"].Success)
        {
            return NumberWords.Ordinal(Number("ordinal"));
        }
        if (match.Groups["decimal"].Success)
        {
            return [.. NumberWords.Cardinal(Number("whole")), "point", .. NumberWords.Digits(Part("decimal"))];
        }
        if (match.Groups["integer"].Success)
        {
            return SayInteger(match, text, saysOh);
        }
        return match.Value switch
        {
            "&" => ["and"],
            "%" => ["percent"],
            "@" => ["at"],
            "#" => ["number"],
            _ => [match.Value.ToLowerInvariant().Replace('’', '\'').Trim('\'')],
        };
    }

    private static string[] SayMoney(long whole, long cents)
    {
        string[] dollars = [.. NumberWords.Cardinal(whole), whole == 1 ? "dollar" : "dollars"];
        return cents == 0 ? dollars : [.. dollars, "and", .. NumberWords.Cardinal(cents), cents == 1 ? "cent" : "cents"];
    }

    private static string[] SayTime(long hour, long minute) => minute switch
    {
        0 => [.. NumberWords.Cardinal(hour)],
        < 10 => [.. NumberWords.Cardinal(hour), "oh", .. NumberWords.Cardinal(minute)],
        _ => [.. NumberWords.Cardinal(hour), .. NumberWords.Cardinal(minute)],
    };

    private static IEnumerable<string> SayInteger(Match match, string text, bool saysOh)
    {
        string digits = match.Value.Replace(",", "", StringComparison.Ordinal);
        bool hasGroups = digits.Length != match.Value.Length;
        if (digits.Length > 9 || (digits.Length > 4 && !hasGroups) || (digits.Length > 1 && digits[0] == '0'))
        {
            return NumberWords.Digits(digits, saysOh ? "oh" : "zero");
        }
        long value = long.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length == 4 && !hasGroups && value is >= 1900 and < 2100)
        {
            return NumberWords.Year(value);
        }
        // A number before a capitalised word is most often a house number, said in pairs.
        bool beforeName = match.Index + match.Length + 1 < text.Length && char.IsUpper(text[match.Index + match.Length + 1]);
        return digits.Length is 3 or 4 && !hasGroups && beforeName ? NumberWords.Pairs(value) : NumberWords.Cardinal(value);
    }

    [GeneratedRegex(
        @"(?<phone>(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}-\d{4}\b)"
        + @"|\$ ?(?<money>\d[\d,]*)(?:\.(?<cents>\d\d))?"
        + @"|(?<hour>\b\d{1,2}):(?<minute>\d\d)"
        + @"|(?<half>(?<=\d ?)[ap]\.?m\b\.?)"
        + @"|(?<ordinal>\d+)(?:st|nd|rd|th)\b"
        + @"|(?<whole>\d+)\.(?<decimal>\d+)"
        + @"|(?<integer>\d(?:[\d,]*\d)?)"
        + @"|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[&%@#]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenPattern();
}
