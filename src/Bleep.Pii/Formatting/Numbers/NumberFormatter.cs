namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Writes spoken numbers in digits: the first form that fits takes as many of them as it needs.</summary>
internal static class NumberFormatter
{
    private static readonly CardinalForm Otherwise = new();

    private static readonly INumberForm[] Forms =
    [
        new DateForm(), new MoneyForm(), new StreetForm(), new ClockForm(), new DottedForm(), new NumericDateForm(), new MeasureForm(),
        new DigitStringForm(), Otherwise,
    ];

    /// <summary>Writes the numbers that begin at a word of the line.</summary>
    /// <returns>Tokens that cover the words from <paramref name="first"/> on; none when no number begins here.</returns>
    public static List<FormatToken> Write(SpokenLine line, int first, FormatOptions options)
    {
        var tokens = new List<FormatToken>();
        var items = NumberReader.ReadRun(line, first);
        if (items.Count == 0)
        {
            return tokens;
        }
        var run = new NumberRun(line, items, options);
        for (int at = 0; at < items.Count;)
        {
            var written = IsInterjection(run, at) ? Otherwise.Write(run, at) : WriteAt(run, at);
            tokens.AddRange(written);
            int end = written[^1].End;
            while (at < items.Count && items[at].First < end)
            {
                at++;
            }
        }
        return tokens;
    }

    private static IReadOnlyList<FormatToken> WriteAt(NumberRun run, int at)
    {
        foreach (var form in Forms)
        {
            if (form.Write(run, at) is { } tokens)
            {
                return tokens;
            }
        }
        return Otherwise.Write(run, at);
    }

    /// <summary>'oh ten people': an 'oh' that no digit follows is no zero.</summary>
    private static bool IsInterjection(NumberRun run, int at) =>
        at == 0 && run.Items[0].Digits == "0" && run.Line[run.Items[0].First] is "oh" or "o"
        && (run.Items.Count == 1 || run.Items[1].Kind is not (NumberKind.Digit or NumberKind.Repeated));
}
