using System.Globalization;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Days and years beside the name of a month: 'march seventh nineteen sixty one', 'the seventh of march'.</summary>
internal sealed class DateForm : INumberForm
{
    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        var item = run.Items[at];
        bool followsMonth = Months.IsMonthAt(line, item.First - 1)
            || line[item.First - 1] == "the" && item.Kind == NumberKind.Ordinal && Months.IsMonthAt(line, item.First - 2);
        if (followsMonth && YearAt(line, item.First) is { } year)
        {
            return [year];
        }
        bool precedesMonth = item.Kind == NumberKind.Ordinal
            ? Months.IsMonth(line[line[item.End] == "of" ? item.End + 1 : item.End])
            : Months.IsMonthAt(line, item.End) && line[item.End] is not ("march" or "may");
        if (!followsMonth && !precedesMonth || DayAt(run, at) is not { } day)
        {
            return null;
        }
        if (!followsMonth || (YearAt(line, day.End) ?? ShortYearAt(run, day)) is not { } yearAfter)
        {
            return [day];
        }
        return run.Options.Punctuate ? [day with { Text = day.Text + ",", HasMark = true }, yearAfter] : [day, yearAfter];
    }

    /// <summary>A year that is spoken in full: 'nineteen sixty one', 'two thousand four', 'twenty oh five', 'one nine six one'.</summary>
    public static FormatToken? YearAt(SpokenLine line, int first)
    {
        if (NumberReader.ReadItem(line, first) is not { } century)
        {
            return null;
        }
        if (century is { Kind: NumberKind.Large, Value: >= 1700 and < 2100 })
        {
            return Year(century.Value, first, century.End);
        }
        if (NumberReader.ReadItem(line, century.End) is not { } next)
        {
            return null;
        }
        if (century is { Kind: NumberKind.Pair, Value: 17 or 18 or 19 or 20 })
        {
            if (next.Kind == NumberKind.Pair)
            {
                return Year((century.Value * 100) + next.Value, first, next.End);
            }
            return next.Digits == "0" && NumberReader.ReadItem(line, next.End) is { Kind: NumberKind.Digit } unit
                ? Year((century.Value * 100) + unit.Value, first, unit.End)
                : null;
        }
        return FourDigits(line, first);
    }

    private static FormatToken? FourDigits(SpokenLine line, int first)
    {
        const int length = 4;
        long value = 0;
        for (int index = first; index < first + length; index++)
        {
            if (!NumberWords.TryDigit(line[index], out int digit))
            {
                return null;
            }
            value = (value * 10) + digit;
        }
        return value is >= 1900 and < 2100 && !NumberWords.TryDigit(line[first + length], out _)
            ? Year(value, first, first + length)
            : null;
    }

    /// <summary>After a day, two digits are a year too: 'march seventh sixty one'.</summary>
    private static FormatToken? ShortYearAt(NumberRun run, FormatToken day)
    {
        var line = run.Line;
        if (NumberReader.ReadItem(line, day.End) is not { } item || Quantity.UnitFollows(line, item.End))
        {
            return null;
        }
        if (item.Kind == NumberKind.Pair)
        {
            return Number(item.Digits, item.First, item.End);
        }
        return item.Digits == "0" && NumberReader.ReadItem(line, item.End) is { Kind: NumberKind.Digit } unit
            ? Number("0" + unit.Digits, item.First, unit.End)
            : null;
    }

    private static FormatToken? DayAt(NumberRun run, int at)
    {
        const int longestMonth = 31;
        var item = run.Items[at];
        if (item.Digits == "0" && at + 1 < run.Items.Count && run.Items[at + 1] is { Kind: NumberKind.Digit, Value: > 0 } unit)
        {
            return Number("0" + unit.Digits, item.First, unit.End);
        }
        if (item.Value is < 1 or > longestMonth || item.Kind is NumberKind.Repeated or NumberKind.Large)
        {
            return null;
        }
        return Number(item.Kind == NumberKind.Ordinal ? NumberWords.OrdinalText(item.Value) : item.Digits, item.First, item.End);
    }

    private static FormatToken Year(long year, int first, int end) =>
        Number(year.ToString("0000", CultureInfo.InvariantCulture), first, end);

    private static FormatToken Number(string text, int first, int end) => new(text, first, end, TokenKind.Number);
}
