using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A calendar day. Forms: <c>full</c> (with the year), <c>day</c> (month and day), <c>spelled</c> (words only, with the year),
/// <c>month</c>, <c>year</c>, <c>dayonly</c> ("the seventh").
/// </summary>
internal sealed class DateValue : SlotValue
{
    private readonly DateOnly _date;
    private readonly string _policy;

    /// <summary>Chooses a day in a range of years.</summary>
    /// <param name="random">The source.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year, included.</param>
    /// <param name="policy">Wire name.</param>
    public DateValue(SeededRandom random, int firstYear, int lastYear, string policy)
    {
        int year = random.Next(firstYear, lastYear);
        int month = random.Next(1, 12);
        _date = new DateOnly(year, month, random.Next(1, DateTime.DaysInMonth(year, month)));
        _policy = policy;
    }

    /// <summary>English names of the months, January first.</summary>
    public static IReadOnlyList<string> MonthNames { get; } =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private string Month => MonthNames[_date.Month - 1];

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random) => form switch
    {
        "full" => Full(random, random.Next(0, 9)),
        "spelled" => Full(random, random.Next(0, 4)),
        "day" => Day(random),
        "month" => Make(Month, Month.ToLowerInvariant()),
        "year" => Make($"{_date.Year}", NumberWords.Year(_date.Year, random)),
        "dayonly" => Make(NumberWords.OrdinalFigures(_date.Day), NumberWords.Ordinal(_date.Day)) with { Lead = "the " },
        _ => throw UnknownForm(form),
    };

    private Rendering Make(string written, string spoken) => new(written, spoken, _policy);

    private Rendering Day(SeededRandom random)
    {
        string month = Month.ToLowerInvariant();
        string ordinal = NumberWords.Ordinal(_date.Day);
        string figures = NumberWords.OrdinalFigures(_date.Day);
        return random.Next(0, 6) switch
        {
            0 => Make($"the {figures} of {Month}", $"the {ordinal} of {month}"),
            1 => Make($"{Month} the {figures}", $"{month} the {ordinal}"),
            2 => Make($"{_date.Month}/{_date.Day}", $"{NumberWords.Cardinal(_date.Month)} {NumberWords.Cardinal(_date.Day)}"),
            3 => Make($"{Month} {_date.Day}", $"{month} {NumberWords.Cardinal(_date.Day)}"),
            _ => Make($"{Month} {figures}", $"{month} {ordinal}"),
        };
    }

    private Rendering Full(SeededRandom random, int manner)
    {
        string month = Month.ToLowerInvariant();
        string ordinal = NumberWords.Ordinal(_date.Day);
        string cardinal = NumberWords.Cardinal(_date.Day);
        bool isShort = random.Chance(0.25) && _date.Year % 100 > 9;
        string year = isShort ? NumberWords.Cardinal(_date.Year % 100) : NumberWords.Year(_date.Year, random);
        string comma = random.Chance(0.35) ? "," : "";
        switch (manner)
        {
            case 0 or 1:
                return Make($"{Month} {_date.Day}, {_date.Year}", $"{month} {ordinal}{comma} {year}");
            case 2:
                return Make($"{_date.Day} {Month} {_date.Year}", $"the {ordinal} of {month}{comma} {year}");
            case 3:
                return Make($"{Month} {NumberWords.OrdinalFigures(_date.Day)}, {_date.Year}", $"{month} the {ordinal}{comma} {year}");
            case 4:
                return Make($"{Month} {_date.Day}, {_date.Year}", $"{month} {cardinal}{comma} {year}");
            case 5:
                return Make($"{_date.Month}/{_date.Day}/{_date.Year}", $"{NumberWords.Cardinal(_date.Month)} {cardinal} {year}");
            case 6:
                return Make(
                    $"{_date.Month:00}/{_date.Day:00}/{_date.Year}",
                    $"{new CodeSpeech(random, pairs: false).Read([$"{_date.Month:00}", $"{_date.Day:00}"])}{comma} {year}");
            case 7:
                return Make(
                    $"{_date.Month}/{_date.Day}/{_date.Year % 100:00}",
                    $"{NumberWords.Cardinal(_date.Month)} slash {cardinal} slash {year}");
            case 8:
                return Make(
                    $"{_date.Year}-{_date.Month:00}-{_date.Day:00}",
                    $"{NumberWords.Year(_date.Year, random)}, {month} {ordinal}");
            default:
                return Make($"{_date.Day} {Month} {_date.Year}", $"{ordinal} {month}{comma} {year}");
        }
    }
}
