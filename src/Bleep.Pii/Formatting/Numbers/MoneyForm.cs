namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Sums of money: 'twenty five dollars and ten cents', 'two point five million euros'.</summary>
internal sealed class MoneyForm : INumberForm
{
    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        if (Quantity.Read(run, at) is not { } amount)
        {
            return null;
        }
        int unit = amount.Next;
        if (line[unit] is "cents" or "cent")
        {
            return [Number(amount.Text, amount.First, amount.End)];
        }
        char? sign = line[unit] switch { "dollars" or "dollar" => '$', "euros" or "euro" => '€', _ => null };
        if (sign is null)
        {
            return null;
        }
        if (amount.Magnitude is not null)
        {
            return [Number(sign + amount.Text, amount.First, amount.End), new FormatToken(amount.Magnitude, amount.End, unit + 1)];
        }
        return CentsAt(line, unit + 1) is { } cents && !amount.Text.Contains('.')
            ? [Number($"{sign}{amount.Text}.{cents.Value:00}", amount.First, cents.End)]
            : [Number(sign + amount.Text, amount.First, unit + 1)];
    }

    private static (long Value, int End)? CentsAt(SpokenLine line, int index)
    {
        int first = line[index] == "and" ? index + 1 : index;
        return NumberReader.ReadItem(line, first) is { Kind: NumberKind.Digit or NumberKind.Pair } item
            && line[item.End] is "cents" or "cent"
                ? (item.Value, item.End + 1)
                : null;
    }

    private static FormatToken Number(string text, int first, int end) => new(text, first, end, TokenKind.Number);
}
