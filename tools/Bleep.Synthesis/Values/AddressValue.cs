using Bleep.Synthesis.Randomness;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>
/// A postal address: most in the United States, some in Britain, Canada and Australia. Forms: <c>full</c>, <c>street</c>,
/// <c>streetcity</c>, <c>city</c>, <c>citystate</c>, <c>state</c>, <c>zip</c>, <c>road</c> (street without number), <c>rest</c> (all after
/// the street), <c>spelled-city</c>, <c>spelled-road</c>.
/// </summary>
internal sealed class AddressValue : SlotValue
{
    private const string Policy = "location";
    private readonly int _house;
    private readonly WordListItem _road;
    private readonly WordListItem _city;
    private readonly WordListItem? _state;
    private readonly string _code;
    private readonly bool _codeIsDigits;
    private readonly (string Written, string Name, string Number)? _unit;

    /// <summary>Chooses an address.</summary>
    /// <param name="cast">The call.</param>
    public AddressValue(CallCast cast)
    {
        var random = cast.Random;
        _house = random.Next(0, 3) switch { 0 => random.Next(1, 99), 1 => random.Next(100, 999), _ => random.Next(1000, 9999) };
        int country = random.Next(0, 9);
        var place = cast.Pick(country switch { 0 => "cities-uk", 1 => "cities-canada", 2 => "cities-australia", _ => "cities-us" });
        (_city, _state) = Split(place);
        _code = country switch
        {
            0 => $"{random.Characters(2, "ABCDEGHLMNPRSTW")}{random.Next(1, 19)} {random.Next(1, 9)}{random.Characters(2, "ABDEFGHJLNPQRSTUWXYZ")}",
            1 => $"{random.Characters(1, "ABCEGHJKLMNPRSTVXY")}{random.Digits(1)}{random.Characters(1, "ABCEGHJKLMN")} "
                + $"{random.Digits(1)}{random.Characters(1, "PRSTVWXYZ")}{random.Digits(1)}",
            2 => $"{random.Next(2, 7)}{random.Digits(3)}",
            _ => $"{random.Next(0, 9)}{random.Digits(4)}",
        };
        _codeIsDigits = country > 1;
        _road = Road(cast, country);
        if (random.Chance(0.25))
        {
            string number = random.Chance(0.5) ? $"{random.Next(1, 40)}" : $"{random.Next(1, 24)}{random.Characters(1, "ABCD")}";
            if (random.Chance(0.2))
            {
                number = random.Characters(1, "ABCDEFG");
            }
            _unit = random.Pick<(string, string, string)>(
                [("Apt", "apartment", number), ("Apartment", "apartment", number), ("Unit", "unit", number), ("Suite", "suite", number),
                ("Flat", "flat", number), ("#", "number", number)]);
        }
    }

    /// <summary>The city, for other values of the call.</summary>
    public WordListItem City => _city;

    /// <inheritdoc/>
    public override Rendering Render(string form, SeededRandom random)
    {
        var speech = new CodeSpeech(random);
        switch (form)
        {
            case "full":
                return Join(random.Chance(0.75) ? ", " : " ", Street(random, speech), CityState(random), Code(random, speech));
            case "street":
                return Street(random, speech);
            case "streetcity":
                return Join(", ", Street(random, speech), Make(_city.Written, _city.Spoken));
            case "city":
                return Make(_city.Written, _city.Spoken);
            case "state":
                return _state is null ? Make(_city.Written, _city.Spoken) : Make(_state.Written, _state.Spoken);
            case "citystate":
                return CityState(random);
            case "zip":
                return Code(random, speech);
            case "road":
                return Make(_road.Written, _road.Spoken);
            case "rest":
                return Join(", ", CityState(random), Code(random, speech));
            case "spelled-city" or "spelled-road":
                var (written, spoken) = LetterSpeech.Spell((form == "spelled-city" ? _city : _road).Written.Split(' ')[0], random);
                return Make(written, spoken);
            default:
                throw UnknownForm(form);
        }
    }

    /// <summary>Parts "City, State" at the comma.</summary>
    /// <param name="place">An item of a list of places.</param>
    public static (WordListItem City, WordListItem? State) Split(WordListItem place)
    {
        int written = place.Written.IndexOf(", ", StringComparison.Ordinal);
        int spoken = place.Spoken.IndexOf(", ", StringComparison.Ordinal);
        return written < 0
            ? (place, null)
            : (new WordListItem(place.Written[..written], place.Spoken[..spoken]),
                new WordListItem(place.Written[(written + 2)..], place.Spoken[(spoken + 2)..]));
    }

    private static WordListItem Road(CallCast cast, int country)
    {
        var random = cast.Random;
        if (country > 1 && random.Chance(0.12))
        {
            int number = random.Next(1, 140);
            string type = random.Pick(["Street", "Avenue"]);
            return new WordListItem(
                $"{NumberWords.OrdinalFigures(number)} {type}", $"{NumberWords.Ordinal(number)} {type.ToLowerInvariant()}");
        }
        var name = cast.Pick(random.Chance(0.2) ? "last-names" : "streets");
        string kind = random.Pick<string>(country == 0
            ? ["Road", "Street", "Lane", "Close", "Avenue", "Gardens", "Crescent", "Grove", "Terrace", "Way", "Hill"]
            : ["Street", "Street", "Avenue", "Road", "Drive", "Lane", "Court", "Boulevard", "Place", "Way", "Circle", "Terrace", "Parkway", "Trail"]);
        string side = country > 1 && random.Chance(0.14) ? random.Pick(["North", "South", "East", "West", "Northwest", "Southeast"]) + " " : "";
        return new WordListItem($"{side}{name.Written} {kind}", $"{side.ToLowerInvariant()}{name.Spoken} {kind.ToLowerInvariant()}");
    }

    private static Rendering Make(string written, string spoken) => new(written, spoken, Policy);

    private static Rendering Join(string pause, params Rendering[] parts) => Make(
        string.Join(", ", parts.Select(part => part.Written)), string.Join(pause, parts.Select(part => part.Spoken)));

    private Rendering Street(SeededRandom random, CodeSpeech speech)
    {
        string house = SayHouse(random, speech);
        var street = Make($"{_house} {_road.Written}", $"{house} {_road.Spoken}");
        return _unit is not { } unit
            ? street
            : Make(
                $"{street.Written}, {unit.Written}{(unit.Written == "#" ? "" : " ")}{unit.Number}",
                $"{street.Spoken}{(random.Chance(0.5) ? "," : "")} {unit.Name} {SayUnit(unit.Number, speech)}");
    }

    private static string SayUnit(string number, CodeSpeech speech)
    {
        string digits = string.Concat(number.Where(char.IsAsciiDigit));
        string letters = number[digits.Length..];
        string said = digits.Length == 0 ? "" : NumberWords.Cardinal(int.Parse(digits));
        return letters.Length == 0 ? said : $"{said} {speech.ReadGroup(letters)}".Trim();
    }

    private string SayHouse(SeededRandom random, CodeSpeech speech)
    {
        (int high, int low) = (_house / 100, _house % 100);
        if (_house < 100)
        {
            return NumberWords.Cardinal(_house);
        }
        if (random.Chance(0.25))
        {
            return speech.ReadGroup($"{_house}");
        }
        if (low == 0)
        {
            return $"{NumberWords.Cardinal(high)} hundred";
        }
        return low < 10 ? $"{NumberWords.Cardinal(high)} oh {NumberWords.Cardinal(low)}" : $"{NumberWords.Cardinal(high)} {NumberWords.Cardinal(low)}";
    }

    private Rendering CityState(SeededRandom random) => _state is null
        ? Make(_city.Written, _city.Spoken)
        : Make($"{_city.Written}, {_state.Written}", $"{_city.Spoken}{(random.Chance(0.4) ? "," : "")} {_state.Spoken}");

    private Rendering Code(SeededRandom random, CodeSpeech speech)
    {
        if (_codeIsDigits && _code.Length == 5 && _code[0] != '0' && _code[1] != '0' && _code[3] != '0' && random.Chance(0.12))
        {
            // "one nine four oh six" as "nineteen, four oh six"
            return Make(_code, $"{NumberWords.Cardinal(int.Parse(_code[..2]))} {speech.ReadGroup(_code[2..])}");
        }
        return Make(_code, _codeIsDigits ? speech.ReadGroup(_code) : speech.Read(_code.Split(' ')));
    }
}
