using System.Globalization;
using System.Text;
using Bleep.Pii.Languages;
using Bleep.Pii.Tokens;

namespace Bleep.Training.Tagger;

/// <summary>
/// Puts other names in the place of those in a text, some of them made up: the model must go by the words around a name, not by
/// the few names that the corpora hold.
/// </summary>
internal sealed class NameSwapper
{
    private static readonly string[] s_placeFiles = ["cities", "us_states", "countries", "regions"];

    private readonly string[] _first;
    private readonly string[] _commonFirst;
    private readonly string[] _last;
    private readonly string[] _commonLast;
    private readonly string[] _places;
    private readonly string[] _organizations;

    /// <summary>Takes the names from the lexicons of a language.</summary>
    public NameSwapper(string language)
    {
        (_first, _commonFirst) = Names(language, "first_names");
        (_last, _commonLast) = Names(language, "last_names");
        _places = [.. s_placeFiles.SelectMany(file => Entries(language, file)).Select(entry => entry.Text).Where(text => text.Length > 3)];
        _organizations = [.. Entries(language, "organizations").Where(entry => !entry.Flags.Contains('a', StringComparison.Ordinal)).Select(entry => entry.Text)];
    }

    /// <summary>Swaps names with a probability each.</summary>
    public LabelledDocument Swap(LabelledDocument document, double probability, ref SplitMix random)
    {
        var turns = new List<LabelledText>(document.Turns.Count);
        foreach (var turn in document.Turns)
        {
            turns.Add(Swap(turn, document.IsSpoken, probability, ref random));
        }
        return document with { Turns = turns };
    }

    private LabelledText Swap(LabelledText turn, bool isSpoken, double probability, ref SplitMix random)
    {
        var text = new StringBuilder();
        var ranges = new List<LabelledRange>(turn.Ranges.Count);
        int done = 0;
        foreach (var range in turn.Ranges)
        {
            text.Append(turn.Text, done, range.Start - done);
            string name = turn.Text[range.Start..range.End];
            int words = name.Count(unit => unit == ' ') + 1;
            bool isName = range.Kind >= 0 && name.All(unit => char.IsLetter(unit) || unit is ' ' or '\'' or '.' or '-') && words <= (range.Kind == 0 ? 2 : 3);
            if (isName && random.Chance(probability))
            {
                string other = range.Kind switch { 0 => Person(words, ref random), 1 => Place(ref random), _ => Organization(ref random) };
                name = isSpoken || !name.Any(char.IsUpper) ? other : name.All(unit => !char.IsLower(unit)) && name.Length > 3 ? other.ToUpperInvariant()
                    : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(other);
            }
            ranges.Add(new LabelledRange(text.Length, text.Length + name.Length, range.Kind));
            text.Append(name);
            done = range.End;
        }
        text.Append(turn.Text, done, turn.Text.Length - done);
        return new LabelledText(text.ToString(), ranges);
    }

    private string Person(int words, ref SplitMix random)
    {
        string first = random.Chance(0.15) ? MadeUp(_first, ref random) : random.Pick(random.Chance(0.6) ? _commonFirst : _first);
        string last = random.Chance(0.3) ? MadeUp(_last, ref random) : random.Pick(random.Chance(0.4) ? _commonLast : _last);
        return words == 1 ? random.Chance(0.75) ? first : last : $"{first} {last}";
    }

    private string Place(ref SplitMix random) => random.Chance(0.3) ? MadeUp(_places, ref random) : random.Pick(_places);

    private string Organization(ref SplitMix random) => random.Chance(0.3)
        ? $"{MadeUp(_last, ref random)} {MadeUp(_organizations, ref random)}" : random.Pick(_organizations);

    // The head of one name and the tail of another.
    private static string MadeUp(string[] names, ref SplitMix random)
    {
        string head = random.Pick(names).Split(' ')[0], tail = random.Pick(names).Split(' ')[^1];
        return head[..Math.Min(head.Length, Math.Max(2, head.Length / 2))] + tail[(tail.Length / 2)..];
    }

    private static (string[] All, string[] Common) Names(string language, string file)
    {
        var pack = LanguagePack.For(language);
        var names = Entries(language, file).Where(entry => !entry.Text.Contains(' ', StringComparison.Ordinal))
            .Where(entry => pack.Words.Find(entry.Text) is var id && id >= 0 && (pack.Words.Classes(id) & WordClass.Function) == 0).ToList();
        return ([.. names.Select(entry => entry.Text)], [.. names.Where(entry => entry.Flags.Contains('c', StringComparison.Ordinal)).Select(entry => entry.Text)]);
    }

    private static List<(string Text, string Flags)> Entries(string language, string file)
    {
        using var stream = typeof(LanguagePack).Assembly.GetManifestResourceStream($"Languages/{language}/Lexicons/{file}.txt")
            ?? throw new InvalidDataException($"The language pack has no list '{file}'.");
        using var reader = new StreamReader(stream);
        var entries = new List<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            if (line.Length > 0 && line[0] != '#')
            {
                entries.Add((columns[0].Trim(), columns.Length > 1 ? columns[1] : ""));
            }
        }
        return entries;
    }
}
