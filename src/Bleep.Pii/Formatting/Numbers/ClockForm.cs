namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Times of day: 'four thirty p m', 'nine o'clock', 'at seventeen oh five'.</summary>
internal sealed class ClockForm : INumberForm
{
    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        var hour = run.Items[at];
        if (hour.Kind is not (NumberKind.Digit or NumberKind.Pair) || hour.Value > 23 || hour.Digits == "0")
        {
            return null;
        }
        var (minutes, end) = MinutesAt(run, at + 1);
        if (hour.Value <= 12 && MeridiemAt(line, end) is { } meridiem)
        {
            return [Number(hour, minutes, end), meridiem];
        }
        if (minutes is null)
        {
            return hour.Value <= 12 && (line[end] is "o'clock" || IsPartOfDay(line, end)) ? [Number(hour, null, end)] : null;
        }
        bool saysTime = line[hour.First - 1] is "at" or "around" or "until" or "till" or "by" or "before" or "after";
        bool isTime = end == run.End && (IsPartOfDay(line, end) || saysTime && !Quantity.UnitFollows(line, end));
        return isTime ? [Number(hour, minutes, end)] : null;
    }

    /// <summary>'a m', 'p m', 'am', 'pm' right here, as one token.</summary>
    public static FormatToken? MeridiemAt(SpokenLine line, int index)
    {
        if (line[index] is "a" or "p" && line[index + 1] == "m")
        {
            return new FormatToken(line[index] + ".m.", index, index + 2, TokenKind.Number);
        }
        // 'four am i right'
        return line[index] is "am" or "pm" or "a.m." or "p.m." && line[index + 1] != "i"
            ? new FormatToken(line[index][..1] + ".m.", index, index + 1, TokenKind.Number)
            : null;
    }

    private static bool IsPartOfDay(SpokenLine line, int index) =>
        line[index] == "in" && line[index + 1] == "the" && line[index + 2] is "morning" or "afternoon" or "evening"
        || line[index] == "at" && line[index + 1] is "night" or "noon";

    private static (string? Minutes, int End) MinutesAt(NumberRun run, int at)
    {
        int end = run.Items[at - 1].End;
        if (at >= run.Items.Count)
        {
            return (null, end);
        }
        var item = run.Items[at];
        if (item is { Kind: NumberKind.Pair, Value: < 60 })
        {
            return (item.Digits, item.End);
        }
        return item.Digits == "0" && at + 1 < run.Items.Count && run.Items[at + 1] is { Kind: NumberKind.Digit } unit
            ? ("0" + unit.Digits, unit.End)
            : (null, end);
    }

    private static FormatToken Number(NumberItem hour, string? minutes, int end) =>
        new(minutes is null ? hour.Digits : $"{hour.Digits}:{minutes}", hour.First, end, TokenKind.Number);
}
