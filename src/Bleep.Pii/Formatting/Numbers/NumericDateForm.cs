namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Dates that are spoken in digits, where the talk is of a birthday or of a card's end: 3/7/1961, 09/27.</summary>
internal sealed class NumericDateForm : INumberForm
{
    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        if (at != 0 || run.Topic is not (NumberTopic.Birth or NumberTopic.Expiry) || Quantity.UnitFollows(run.Line, run.End))
        {
            return null;
        }
        if (PartAt(run, 0, limit: 12) is not { } month)
        {
            return null;
        }
        if (run.Topic == NumberTopic.Expiry)
        {
            return YearAt(run, month.Next) is { } end ? Token(run, end.Next, month.Text, end.Text) : null;
        }
        return PartAt(run, month.Next, limit: 31) is { } day && YearAt(run, day.Next) is { } year
            ? Token(run, year.Next, month.Text, day.Text, year.Text)
            : null;
    }

    private static FormatToken[] Token(NumberRun run, int next, params string[] parts) =>
        [new FormatToken(string.Join('/', parts), run.Items[0].First, run.Items[next - 1].End, TokenKind.Number)];

    /// <summary>A month or day: 'three', 'oh three', 'twelve', 'one two'.</summary>
    private static (string Text, int Next)? PartAt(NumberRun run, int index, int limit)
    {
        if (index >= run.Items.Count)
        {
            return null;
        }
        var item = run.Items[index];
        if (item.Digits == "0" && index + 1 < run.Items.Count && run.Items[index + 1] is { Kind: NumberKind.Digit, Value: > 0 } unit)
        {
            return ("0" + unit.Digits, index + 2);
        }
        bool fits = item.Kind is NumberKind.Digit or NumberKind.Pair or NumberKind.Ordinal && item.Value >= 1 && item.Value <= limit;
        return fits ? (item.Digits, index + 1) : null;
    }

    /// <summary>The rest of the run has to be a year: 'sixty one', 'oh one', 'nineteen sixty one', 'two thousand four'.</summary>
    private static (string Text, int Next)? YearAt(NumberRun run, int index)
    {
        int left = run.Items.Count - index;
        if (left <= 0 || run.Items.Skip(index).Any(item => item.Kind is NumberKind.Ordinal or NumberKind.Repeated))
        {
            return null;
        }
        string digits = left <= 4 ? run.Digits(index, left) : "";
        return digits.Length is 2 or 4 ? (digits, run.Items.Count) : null;
    }
}
