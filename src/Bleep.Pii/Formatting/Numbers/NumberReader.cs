using System.Globalization;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Reads spoken numbers word by word: 'six' 'one' 'zero', 'sixty one', 'two hundred and five', 'double seven'.</summary>
internal static class NumberReader
{
    /// <summary>Reads all numbers that follow one another without another word between them.</summary>
    public static List<NumberItem> ReadRun(SpokenLine line, int first)
    {
        var items = new List<NumberItem>();
        for (int index = first; index < line.Count && ReadItem(line, index) is { } item; index = item.End)
        {
            items.Add(item);
        }
        return items;
    }

    /// <summary>Reads one number, or nothing when none begins here.</summary>
    public static NumberItem? ReadItem(SpokenLine line, int first) =>
        ReadRepeated(line, first) ?? ReadOrdinal(line, first) ?? ReadCardinal(line, first) ?? ReadOh(line, first);

    /// <summary>True where 'a hundred' or 'a thousand' begins.</summary>
    public static bool IsArticle(SpokenLine line, int index) =>
        line[index] == "a" && (line[index + 1] == "hundred" || NumberWords.TryMagnitude(line[index + 1], out _));

    /// <summary>True for 'twenty-five' and 'twenty-first'.</summary>
    public static bool IsHyphenated(string word) => ReadHyphenated(word) is not null;

    private static NumberItem? ReadRepeated(SpokenLine line, int first)
    {
        int times = line[first] switch { "double" => 2, "triple" => 3, _ => 0 };
        return times > 0 && NumberWords.TryDigit(line[first + 1], out int digit)
            ? new NumberItem(first, first + 2, digit, new string((char)('0' + digit), times), NumberKind.Repeated)
            : null;
    }

    private static NumberItem? ReadOh(SpokenLine line, int first) =>
        line[first] is "oh" or "o" ? new NumberItem(first, first + 1, 0, "0", NumberKind.Digit) : null;

    private static NumberItem? ReadOrdinal(SpokenLine line, int first)
    {
        if (NumberWords.TryOrdinal(line[first], out int value))
        {
            return Ordinal(first, first + 1, value);
        }
        if (ReadHyphenated(line[first]) is { IsOrdinal: true } joined)
        {
            return Ordinal(first, first + 1, joined.Value);
        }
        bool isTens = NumberWords.TryTens(line[first], out int tens) && NumberWords.TryOrdinal(line[first + 1], out value) && value < 10;
        // 'twenty second delay' is no 22nd, 'the twenty second' is.
        bool isSeconds = line[first + 1] == "second" && line[first - 1] is not "the"
            && line[first + 2] != "of" && !Months.IsMonth(line[first - 1]) && !Months.IsMonth(line[first + 2]);
        return isTens && !isSeconds ? Ordinal(first, first + 2, tens + value) : null;
    }

    private static NumberItem Ordinal(int first, int end, long value) =>
        new(first, end, value, value.ToString(CultureInfo.InvariantCulture), NumberKind.Ordinal);

    private static NumberItem? ReadCardinal(SpokenLine line, int first)
    {
        if (ReadBelowThousand(line, first) is not { } head)
        {
            return null;
        }
        long total = 0;
        var part = head;
        int end = head.End;
        long lastMagnitude = long.MaxValue;
        bool hasMagnitude = false;
        while (part.Value > 0 && NumberWords.TryMagnitude(line[part.End], out long magnitude) && magnitude < lastMagnitude)
        {
            total += part.Value * magnitude;
            end = part.End + 1;
            (lastMagnitude, hasMagnitude) = (magnitude, true);
            int next = line[end] == "and" ? end + 1 : end;
            if (ReadBelowThousand(line, next) is not { Value: > 0 } tail || BeginsDigitString(line, tail))
            {
                return Large(first, end, total);
            }
            part = tail;
        }
        if (!hasMagnitude)
        {
            return head;
        }
        // What follows the last magnitude belongs to it: 'two thousand and four'.
        return Large(first, part.End, total + part.Value);
    }

    private static NumberItem Large(int first, int end, long value) =>
        new(first, end, value, value.ToString(CultureInfo.InvariantCulture), NumberKind.Large);

    /// <summary>1 to 9,999 without 'thousand': 'seven', 'sixty five', 'two hundred and five', 'sixty five hundred'.</summary>
    private static NumberItem? ReadBelowThousand(SpokenLine line, int first)
    {
        if (ReadBelowHundred(line, first) is not { } head)
        {
            return null;
        }
        if (head.Value == 0 || line[head.End] != "hundred")
        {
            return head;
        }
        long value = head.Value * 100;
        int end = head.End + 1;
        int next = line[end] == "and" ? end + 1 : end;
        if (ReadBelowHundred(line, next) is { Value: > 0 } tail && !BeginsDigitString(line, tail) && line[tail.End] != "hundred")
        {
            value += tail.Value;
            end = tail.End;
        }
        return Large(first, end, value);
    }

    private static NumberItem? ReadBelowHundred(SpokenLine line, int first)
    {
        if (NumberWords.TryTens(line[first], out int tens))
        {
            bool hasUnit = NumberWords.TrySmall(line[first + 1], out int unit) && unit is > 0 and < 10;
            return Cardinal(first, hasUnit ? first + 2 : first + 1, hasUnit ? tens + unit : tens);
        }
        if (IsArticle(line, first))
        {
            return Cardinal(first, first + 1, 1);
        }
        if (NumberWords.TrySmall(line[first], out int value))
        {
            return Cardinal(first, first + 1, value);
        }
        return ReadHyphenated(line[first]) is { IsOrdinal: false } joined ? Cardinal(first, first + 1, joined.Value) : null;
    }

    private static NumberItem Cardinal(int first, int end, int value) => new(first, end, value,
        value.ToString(CultureInfo.InvariantCulture), value < 10 ? NumberKind.Digit : NumberKind.Pair);

    /// <summary>After 'eight hundred' the digits 'five five five' are digits, not a part of 805.</summary>
    private static bool BeginsDigitString(SpokenLine line, NumberItem tail) =>
        tail.Kind == NumberKind.Digit && (NumberWords.TryDigit(line[tail.End], out _) || line[tail.End] is "double" or "triple");

    private static (int Value, bool IsOrdinal)? ReadHyphenated(string word)
    {
        int hyphen = word.IndexOf('-');
        if (hyphen <= 0 || !NumberWords.TryTens(word[..hyphen], out int tens))
        {
            return null;
        }
        string unit = word[(hyphen + 1)..];
        if (NumberWords.TrySmall(unit, out int value) && value is > 0 and < 10)
        {
            return (tens + value, false);
        }
        return NumberWords.TryOrdinal(unit, out value) && value < 10 ? (tens + value, true) : null;
    }
}
