using System.Globalization;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Any number that no other form took: digits from ten on, words below.</summary>
internal sealed class CardinalForm : INumberForm
{
    private const long SmallestInDigits = 10;

    public IReadOnlyList<FormatToken> Write(NumberRun run, int at)
    {
        var line = run.Line;
        var item = run.Items[at];
        if (item.Kind is NumberKind.Pair && item.Value is 18 or 19 or 20 && NumberWords.TryDecade(line[item.End], out int decade))
        {
            return [new FormatToken($"{(item.Value * 100) + decade}s", item.First, item.End + 1, TokenKind.Number)];
        }
        bool isVague = line[item.First] == "a" && item.Length == 2;
        bool staysWords = item.Value < SmallestInDigits || item.Kind == NumberKind.Repeated || isVague;
        if (staysWords)
        {
            return [.. Enumerable.Range(item.First, item.Length).Select(index => new FormatToken(line.Original(index), index, index + 1))];
        }
        bool isYear = item.Value is >= 1700 and < 2100 && line[item.First - 1] is "in" or "since" or "year" or "of" or "from" or "until"
            or "to" or "by" or "before" or "after" or "around" or "class" or "between" or "and" && !Quantity.UnitFollows(line, item.End);
        string text = item.Kind == NumberKind.Ordinal
            ? NumberWords.OrdinalText(item.Value)
            : isYear ? item.Value.ToString(CultureInfo.InvariantCulture) : Quantity.Grouped(item.Value);
        return [new FormatToken(text, item.First, item.End, TokenKind.Number)];
    }
}
