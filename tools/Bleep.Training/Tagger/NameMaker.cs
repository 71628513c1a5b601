using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Training.Tagger;

/// <summary>Makes names of people, places and organisations, in lower case: from the lexicons of a language, and made up of their pieces.</summary>
internal sealed class NameMaker
{
    private static readonly string[] s_placeFiles = ["cities", "us_states", "countries", "regions"];
    private static readonly string[] s_particles = ["de", "de la", "van", "van der", "von", "di", "bin", "al", "el", "le", "du"];

    private readonly string[] _first;
    private readonly string[] _commonFirst;
    private readonly string[] _last;
    private readonly string[] _commonLast;
    private readonly string[] _places;
    private readonly string[] _cities;
    private readonly string[] _states;
    private readonly string[] _organizations;

    /// <summary>Takes the names from the lexicons of a language.</summary>
    public NameMaker(string language)
    {
        (_first, _commonFirst) = Names(language, "first_names");
        (_last, _commonLast) = Names(language, "last_names");
        _places = [.. s_placeFiles.SelectMany(file => LexiconFile.Read(language, file)).Select(entry => entry.Text).Where(text => text.Length > 3)];
        _cities = [.. LexiconFile.Read(language, "cities").Select(entry => entry.Text)];
        _states = [.. LexiconFile.Read(language, "us_states").Select(entry => entry.Text).Where(text => text.Length > 3)];
        _organizations = [.. LexiconFile.Read(language, "organizations").Where(entry => !entry.Flags.Contains('a', StringComparison.Ordinal)).Select(entry => entry.Text)];
    }

    /// <summary>A first name.</summary>
    public string First(ref SplitMix random)
    {
        string name = random.Chance(0.15) ? MadeUp(_first, ref random) : random.Pick(random.Chance(0.6) ? _commonFirst : _first);
        return random.Chance(0.02) ? $"{name}-{random.Pick(_first)}" : name;
    }

    /// <summary>A family name.</summary>
    public string Last(ref SplitMix random)
    {
        string name = random.Chance(0.3) ? MadeUp(_last, ref random) : random.Pick(random.Chance(0.4) ? _commonLast : _last);
        return random.Below(100) switch
        {
            < 2 => $"{name}-{random.Pick(_commonLast)}",
            < 5 => $"{random.Pick(s_particles)} {name}",
            _ => name,
        };
    }

    /// <summary>A place of any kind.</summary>
    public string Place(ref SplitMix random) => random.Chance(0.3) ? MadeUp(_places, ref random) : random.Pick(_places);

    /// <summary>A town.</summary>
    public string City(ref SplitMix random) => random.Chance(0.2) ? MadeUp(_cities, ref random) : random.Pick(_cities);

    /// <summary>A state.</summary>
    public string State(ref SplitMix random) => random.Pick(_states);

    /// <summary>An organisation that is known.</summary>
    public string Organization(ref SplitMix random) => random.Pick(_organizations);

    /// <summary>A word that looks like the name of an organisation.</summary>
    public string OrganizationWord(ref SplitMix random) => MadeUp(_organizations, ref random);

    // The head of one name and the tail of another.
    private static string MadeUp(string[] names, ref SplitMix random)
    {
        string head = random.Pick(names).Split(' ')[0], tail = random.Pick(names).Split(' ')[^1];
        return head[..Math.Min(head.Length, Math.Max(2, head.Length / 2))] + tail[(tail.Length / 2)..];
    }

    private static (string[] All, string[] Common) Names(string language, string file)
    {
        var pack = LanguagePack.For(language);
        var names = LexiconFile.Read(language, file).Where(entry => !entry.Text.Contains(' ', StringComparison.Ordinal))
            .Where(entry => pack.Words.Find(entry.Text) is var id && id >= 0 && (pack.Words.Classes(id) & WordClass.Function) == 0).ToList();
        return ([.. names.Select(entry => entry.Text)], [.. names.Where(entry => entry.Flags.Contains('c', StringComparison.Ordinal)).Select(entry => entry.Text)]);
    }
}
