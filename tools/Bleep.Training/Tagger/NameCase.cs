using System.Globalization;
using System.Text;

namespace Bleep.Training.Tagger;

/// <summary>Writes names of the lexicons, which are in lower case, with capitals.</summary>
internal static class NameCase
{
    private static readonly HashSet<string> s_small = ["and", "of", "the", "for", "de", "la", "van", "der", "von", "di", "bin", "al", "el", "le", "du", "in", "on"];

    /// <summary>The name with capitals: small words inside it stay small.</summary>
    public static string Write(string name)
    {
        var text = new StringBuilder();
        foreach (var (index, word) in name.Split(' ').Index())
        {
            text.Append(index == 0 ? "" : " ").Append(index > 0 && s_small.Contains(word) ? word : Word(word));
        }
        return text.ToString();
    }

    // o'brien is written with two capitals, children's with one.
    private static string Word(string word)
    {
        string title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
        int mark = title.IndexOf('\'', StringComparison.Ordinal);
        return mark == 1 && title.Length > 3 ? $"{title[..2]}{char.ToUpperInvariant(title[2])}{title[3..]}" : title;
    }
}
