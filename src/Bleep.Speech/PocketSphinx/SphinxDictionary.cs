using System.Text;

namespace Bleep.Speech.PocketSphinx;

/// <summary>Writes the small dictionaries of decoders that know a few words only.</summary>
internal static class SphinxDictionary
{
    /// <summary>Appends all pronunciations of a word that the general dictionary has.</summary>
    /// <param name="word">The word.</param>
    /// <param name="pronounce">The general dictionary: phones of a spelling, or null.</param>
    /// <param name="target">Gets one line for each pronunciation.</param>
    /// <returns>False when there are none.</returns>
    public static bool Append(string word, Func<string, string?> pronounce, StringBuilder target)
    {
        var spelling = word;
        int number = 1;
        while (pronounce(spelling) is { } phones)
        {
            target.Append(spelling).Append(' ').Append(phones).Append('\n');
            spelling = $"{word}({++number})";
        }
        return number > 1;
    }
}
