namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Percentages, fractions in digits and what is counted in exact units: '50%', '98.6', '5 degrees', '8 years old'.</summary>
internal sealed class MeasureForm : INumberForm
{
    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        if (Quantity.Read(run, at) is not { } amount)
        {
            return null;
        }
        if (amount.Magnitude is not null)
        {
            return [Number(amount.Text, amount.First, amount.End), new FormatToken(amount.Magnitude, amount.End, amount.Next)];
        }
        if (line[amount.End] == "percent")
        {
            return [Number(amount.Text + "%", amount.First, amount.End + 1)];
        }
        if (line[amount.End] == "per" && line[amount.End + 1] == "cent")
        {
            return [Number(amount.Text + "%", amount.First, amount.End + 2)];
        }
        return amount.Text.Contains('.') || Quantity.ExactUnitFollows(line, amount.End)
            ? [Number(amount.Text, amount.First, amount.End)]
            : null;
    }

    private static FormatToken Number(string text, int first, int end) => new(text, first, end, TokenKind.Number);
}
