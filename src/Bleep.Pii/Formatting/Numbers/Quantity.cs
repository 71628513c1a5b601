using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>How much: a number in digits, perhaps with a fraction, and the word 'million' that may follow.</summary>
/// <param name="Text">The digits.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word, without <paramref name="Magnitude"/>.</param>
/// <param name="Magnitude">'million' and the like, which stays a word; null when there is none.</param>
internal sealed record Quantity(string Text, int First, int End, string? Magnitude)
{
    private const long Million = 1_000_000;

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
    [
        "dollar", "dollars", "euro", "euros", "cent", "cents", "bucks", "pounds", "percent", "per", "degrees", "degree", "milligrams",
        "milligram", "grams", "gram", "kilograms", "kilos", "kilogram", "milliliters", "liters", "litres", "kilometers", "kilometres",
        "miles", "mile", "meters", "metres", "centimeters", "millimeters", "inches", "inch", "feet", "foot", "megabytes", "gigabytes",
        "terabytes", "hours", "hour", "minutes", "minute", "seconds", "days", "day", "weeks", "week", "months", "month", "years",
        "year", "people", "times", "percentage", "kilowatts", "watts", "volts", "tablets", "pills", "units", "points", "mg", "ml",
    ]);

    private static readonly FrozenSet<string> ExactUnits = FrozenSet.ToFrozenSet(
    [
        "percent", "degrees", "degree", "milligrams", "milligram", "grams", "gram", "kilograms", "kilogram", "milliliters",
        "kilometers", "kilometres", "centimeters", "millimeters", "megabytes", "gigabytes", "terabytes", "watts", "kilowatts", "volts",
        "mg", "ml",
    ]);

    /// <summary>Index after the magnitude.</summary>
    public int Next => Magnitude is null ? End : End + 1;

    /// <summary>True when the word here says what is counted.</summary>
    public static bool UnitFollows(SpokenLine line, int index) => Units.Contains(line[index]);

    /// <summary>True when the unit here asks for digits even below ten: '5 degrees', '8 years old'.</summary>
    public static bool ExactUnitFollows(SpokenLine line, int index) => ExactUnits.Contains(line[index])
        || line[index] is "year" or "years" or "month" or "months" or "weeks" or "week" && line[index + 1] == "old";

    /// <summary>Reads the amount that the numbers from <paramref name="at"/> to the end of the run make up.</summary>
    /// <returns>Null when they are more than an amount.</returns>
    public static Quantity? Read(NumberRun run, int at)
    {
        var item = run.Items[at];
        int count = run.Items.Count - at;
        if (count > 2
            || run.Items.Skip(at).Any(part => part.Kind is NumberKind.Ordinal or NumberKind.Repeated || part.Digits == "0" && count > 1))
        {
            return null;
        }
        if (count == 2)
        {
            var second = run.Items[at + 1];
            return item.Kind != NumberKind.Large && second.Kind == NumberKind.Pair
                ? new Quantity(Grouped(long.Parse(run.Digits(at, count), CultureInfo.InvariantCulture)), item.First, second.End, null)
                : null;
        }
        return ReadDecimal(run.Line, item) ?? Whole(run.Line, item);
    }

    /// <summary>Reads 'three point five' and 'two point five million'; null when there is no fraction.</summary>
    public static Quantity? ReadDecimal(SpokenLine line, NumberItem whole)
    {
        if (line[whole.End] != "point" || whole.Kind == NumberKind.Ordinal)
        {
            return null;
        }
        var fraction = new StringBuilder();
        int end = whole.End + 1;
        while (NumberWords.TryDigit(line[end], out int digit))
        {
            fraction.Append(digit);
            end++;
        }
        if (fraction.Length == 0)
        {
            if (NumberReader.ReadItem(line, end) is not { Kind: NumberKind.Pair } pair)
            {
                return null;
            }
            fraction.Append(pair.Digits);
            end = pair.End;
        }
        string? magnitude = NumberWords.TryMagnitude(line[end], out long value) && value >= Million ? line[end] : null;
        return new Quantity($"{Grouped(whole.Value)}.{fraction}", whole.First, end, magnitude);
    }

    private static Quantity Whole(SpokenLine line, NumberItem item)
    {
        string last = line[item.End - 1];
        bool isRound = item.Value >= Million && NumberWords.TryMagnitude(last, out long magnitude) && magnitude >= Million
            && item.Value % magnitude == 0 && item.Value / magnitude < 1000;
        if (!isRound)
        {
            return new Quantity(Grouped(item.Value), item.First, item.End, null);
        }
        NumberWords.TryMagnitude(last, out long unit);
        return new Quantity((item.Value / unit).ToString(CultureInfo.InvariantCulture), item.First, item.End - 1, last);
    }

    /// <summary>A whole number with commas between the thousands.</summary>
    public static string Grouped(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
