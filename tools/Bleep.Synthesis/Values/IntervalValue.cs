using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A period of the calendar. Forms: <c>full</c> (fits after "in", "during", "since": "march of twenty twenty", "the nineties") and
/// <c>range</c> (fits after "from": "march to june").
/// </summary>
internal sealed class IntervalValue : SlotValue
{
    private const string Policy = "date_interval";
    private static readonly string[] s_seasons = ["spring", "summer", "fall", "winter", "autumn"];
    private static readonly string[] s_decades = ["fifties", "sixties", "seventies", "eighties", "nineties"];
    private readonly int _manner;
    private readonly int _year;
    private readonly int _month;
    private readonly int _laterMonth;
    private readonly int _day;

    /// <summary>Chooses a period.</summary>
    /// <param name="random">The source.</param>
    public IntervalValue(SeededRandom random)
    {
        (_manner, _year, _month) = (random.Next(0, 9), random.Next(1965, 2026), random.Next(0, 10));
        (_laterMonth, _day) = (random.Next(_month + 1, 11), random.Next(1, 20));
    }

    private string Month => DateValue.MonthNames[_month];

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random) => form switch
    {
        "full" => Single(random),
        "range" => Range(random),
        _ => throw UnknownForm(form),
    };

    private static Rendering Make(string written, string spoken) => new(written, spoken, Policy);

    private static Rendering Make(string both) => Make(both, SpokenForm.Of(both));

    private Rendering Single(SeededRandom random)
    {
        string said = NumberWords.Year(_year, random);
        switch (_manner)
        {
            case 0 or 1 or 2:
                return Make($"{_year}", said);
            case 3:
                return Make($"{Month} {_year}", $"{Month.ToLowerInvariant()} {said}");
            case 4:
                return Make($"{Month} of {_year}", $"{Month.ToLowerInvariant()} of {said}");
            case 5:
                string season = s_seasons[_month % s_seasons.Length];
                return Make($"{season} of {_year}", $"{season} of {said}") with { Lead = "the " };
            case 6:
                string part = (_month % 3) switch { 0 => "early ", 1 => "late ", _ => "" };
                return Make($"{part}{s_decades[_month % s_decades.Length]}") with { Lead = "the " };
            case 7:
                return Make($"{random.Pick(["early", "late"])} {Month}");
            case 8:
                string half = random.Pick(["late", "early"]);
                return Make($"{half} {_year}", $"{half} {said}");
            default:
                return Make(Month);
        }
    }

    private Rendering Range(SeededRandom random)
    {
        string later = DateValue.MonthNames[_laterMonth];
        int end = _day + random.Next(2, 10);
        string link = random.Pick(["to", "to", "until", "through"]);
        return (_manner % 5) switch
        {
            0 => Make($"{Month} {link} {later}"),
            1 => Make($"{Month} {link} {later} {_year}", $"{Month.ToLowerInvariant()} {link} {later.ToLowerInvariant()} {NumberWords.Year(_year, random)}"),
            2 => Make($"{_year} {link} {_year + 3}", $"{NumberWords.Year(_year, random)} {link} {NumberWords.Year(_year + 3, random)}"),
            3 => Make(
                $"{Month} {_day} {link} {end}",
                $"{Month.ToLowerInvariant()} {NumberWords.Ordinal(_day)} {link} the {NumberWords.Ordinal(end)}"),
            _ => Make(
                $"{NumberWords.OrdinalFigures(_day)} {link} the {NumberWords.OrdinalFigures(end)} of {Month}",
                $"{NumberWords.Ordinal(_day)} {link} the {NumberWords.Ordinal(end)} of {Month.ToLowerInvariant()}") with
            { Lead = "the " },
        };
    }
}
