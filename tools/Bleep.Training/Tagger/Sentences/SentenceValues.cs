using System.Globalization;

namespace Bleep.Training.Tagger.Sentences;

/// <summary>
/// What stands for the slots of the sentences. Names: <c>f</c> first, <c>l</c> last, <c>p</c> both, <c>t</c> a title and a last name, <c>i</c> an
/// initial, <c>c</c> a place, <c>cs</c> town and state, <c>o</c> an organisation. No names: <c>job</c>, <c>Job</c>, <c>drug</c>, <c>cond</c>,
/// <c>event</c>, <c>Event</c>, <c>nat</c>, <c>lang</c>, <c>day</c>, <c>month</c>, <c>year</c>, <c>num</c>, <c>time</c>, <c>money</c>, <c>thing</c>.
/// </summary>
internal sealed class SentenceValues(string language)
{
    private static readonly string[] s_titles = ["Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Doctor", "Professor"];
    private static readonly string[] s_degrees = ["Jr.", "MD", "PhD", "III"];

    private readonly NameMaker _names = new(language);
    private readonly Dictionary<string, string[]> _lexicons = new()
    {
        ["job"] = Lexicon(language, "occupations"),
        ["drug"] = Lexicon(language, "drugs"),
        ["cond"] = Lexicon(language, "conditions"),
        ["event"] = Lexicon(language, "events"),
        ["nat"] = Lexicon(language, "nationalities"),
        ["lang"] = Lexicon(language, "languages"),
    };

    /// <summary>Writes what stands for a slot.</summary>
    /// <exception cref="FormatException">There is no such slot.</exception>
    public void Write(string slot, LabelledTextBuilder text, ref SplitMix random)
    {
        switch (slot)
        {
            case "f":
                text.Append(NameCase.Write(_names.First(ref random)), 0);
                break;
            case "l":
                text.Append(NameCase.Write(_names.Last(ref random)), 0);
                break;
            case "p":
                text.Append(Person(ref random), 0);
                break;
            case "t":
                text.Append(random.Pick(s_titles)).Append(" ").Append(NameCase.Write(random.Chance(0.15) ? $"{_names.First(ref random)} {_names.Last(ref random)}" : _names.Last(ref random)), 0);
                break;
            case "i":
                text.Append($"{(char)('A' + random.Below(26))}.", 0);
                break;
            case "c":
                text.Append(Place(ref random), 1);
                break;
            case "cs":
                text.Append($"{NameCase.Write(_names.City(ref random))}, {NameCase.Write(_names.State(ref random))}", 1);
                break;
            case "o":
                text.Append(Organization(ref random), 2);
                break;
            case "job" or "drug" or "cond":
                text.Append(random.Pick(_lexicons[slot]));
                break;
            case "event" or "Event":
                text.Append(NameCase.Write(random.Pick(_lexicons["event"])), LabelledRange.Unknown);
                break;
            case "nat" or "lang":
                text.Append(NameCase.Write(random.Pick(_lexicons[slot])));
                break;
            default:
                text.Append(Plain(slot, ref random));
                break;
        }
    }

    private string Plain(string slot, ref SplitMix random) => slot switch
    {
        "Job" => NameCase.Write(random.Pick(_lexicons["job"])),
        "day" => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[random.Below(7)],
        "month" => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[random.Below(12)],
        "year" => (1950 + random.Below(76)).ToString(CultureInfo.InvariantCulture),
        "num" => (1 + random.Below(random.Chance(0.7) ? 30 : 900)).ToString(CultureInfo.InvariantCulture),
        "time" => $"{1 + random.Below(12)}:{random.Below(6)}{(random.Chance(0.5) ? 0 : 5)} {(random.Chance(0.5) ? "am" : "pm")}",
        "money" => $"${1 + random.Below(900)}",
        "thing" => random.Pick(SentenceLists.Get("thing")),
        _ => throw new FormatException($"there is no slot '{slot}'"),
    };

    private string Person(ref SplitMix random)
    {
        string first = NameCase.Write(_names.First(ref random)), last = NameCase.Write(_names.Last(ref random));
        return random.Below(100) switch
        {
            < 4 => $"{first} {(char)('A' + random.Below(26))}. {last}",
            < 6 => $"{(char)('A' + random.Below(26))}. {last}",
            < 9 => $"{first} {NameCase.Write(_names.First(ref random))} {last}",
            < 11 => $"{first} {last} {random.Pick(s_degrees)}",
            _ => $"{first} {last}",
        };
    }

    private string Place(ref SplitMix random)
    {
        string name = random.Below(100) switch
        {
            < 8 => $"{_names.Last(ref random)}{random.Pick(SentenceLists.Get("placeend"))}",
            < 16 => $"{random.Pick(SentenceLists.Get("brand"))} {random.Pick(SentenceLists.Get("placehead"))}",
            < 20 => $"{_names.Last(ref random)} {random.Pick(SentenceLists.Get("placehead"))}",
            < 26 => $"{random.Pick(SentenceLists.Get("placefront"))} {_names.City(ref random)}",
            _ => _names.Place(ref random),
        };
        return NameCase.Write(name);
    }

    private string Organization(ref SplitMix random)
    {
        string Brand(ref SplitMix source) => source.Pick(SentenceLists.Get("brand"));
        string Head(ref SplitMix source) => source.Pick(SentenceLists.Get("head"));
        string name = random.Below(100) switch
        {
            < 10 => $"{_names.Last(ref random)} {Head(ref random)}",
            < 15 => $"{_names.Last(ref random)} and {_names.Last(ref random)}",
            < 19 => $"{_names.Last(ref random)} and {_names.Last(ref random)} {Head(ref random)}",
            < 29 => $"{Brand(ref random)} {Head(ref random)}",
            < 34 => $"{Brand(ref random)} {Brand(ref random)}",
            < 38 => $"{Brand(ref random)} {Brand(ref random)} {Head(ref random)}",
            < 42 => $"{Brand(ref random)} and {Brand(ref random)}",
            < 45 => $"{Brand(ref random)} and {Brand(ref random)} {Head(ref random)}",
            < 51 => $"{_names.City(ref random)} {Head(ref random)}",
            < 54 => $"{random.Pick(SentenceLists.Get("headof"))} {_names.Place(ref random)}",
            < 57 => $"{random.Pick(SentenceLists.Get("headof"))} {random.Pick(SentenceLists.Get("field"))}",
            < 61 => $"{Brand(ref random)}{Brand(ref random)}".Replace(" ", "", StringComparison.Ordinal),
            < 66 => _names.OrganizationWord(ref random),
            < 69 => Brand(ref random),
            < 71 => $"the {Brand(ref random)} {Head(ref random)}",
            _ => _names.Organization(ref random),
        };
        return NameCase.Write(name);
    }

    private static string[] Lexicon(string language, string file) =>
        [.. LexiconFile.Read(language, file).Where(entry => !entry.Flags.Contains('a', StringComparison.Ordinal)).Select(entry => entry.Text)];
}
