using System.Globalization;
using System.Text;

namespace Bleep.Training.Tagger;

/// <summary>
/// Puts other names in the place of those in a text, some of them made up: the model must go by the words around a name, not by
/// the few names that the corpora hold.
/// </summary>
/// <param name="language">The language whose lexicons give the names.</param>
internal sealed class NameSwapper(string language)
{
    private readonly NameMaker _names = new(language);

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
                string other = range.Kind switch { 0 => Person(words, ref random), 1 => _names.Place(ref random), _ => Organization(ref random) };
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
        string first = _names.First(ref random), last = _names.Last(ref random);
        return words == 1 ? random.Chance(0.75) ? first : last : $"{first} {last}";
    }

    private string Organization(ref SplitMix random) => random.Chance(0.3)
        ? $"{_names.Last(ref random)} {_names.OrganizationWord(ref random)}" : _names.Organization(ref random);
}
