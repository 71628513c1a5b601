using System.Text;

namespace Bleep.Synthesis.Errors;

/// <summary>A rough key of how an English word sounds: words with the same key are easily taken for each other.</summary>
internal static class SoundKey
{
    private const string Vowels = "aeiouy";

    /// <summary>The key: consonant classes in order, a mark for a vowel at the start.</summary>
    /// <param name="word">A lower-case word.</param>
    public static string Of(string word)
    {
        string text = word.Replace("'", "").Replace("ph", "f").Replace("gh", "").Replace("kn", "n").Replace("wr", "r").Replace("ck", "k")
            .Replace("sch", "sk").Replace("tch", "x").Replace("ch", "x").Replace("sh", "x").Replace("th", "t").Replace("mb", "m").Replace("wh", "w");
        var key = new StringBuilder();
        for (int index = 0; index < text.Length; index++)
        {
            char sound = Class(text, index);
            if (sound != '\0' && (key.Length == 0 || key[^1] != sound))
            {
                key.Append(sound);
            }
        }
        return key.ToString();
    }

    private static char Class(string text, int index)
    {
        char letter = text[index];
        if (Vowels.Contains(letter, StringComparison.Ordinal))
        {
            return index == 0 ? 'A' : '\0';
        }
        bool isSoft = index + 1 < text.Length && "eiy".Contains(text[index + 1], StringComparison.Ordinal);
        return letter switch
        {
            'b' or 'p' => 'P',
            'd' or 't' => 'T',
            'f' or 'v' => 'F',
            'c' => isSoft ? 'S' : 'K',
            'g' => isSoft ? 'X' : 'K',
            'k' or 'q' => 'K',
            's' or 'z' => 'S',
            'j' or 'x' => 'X',
            'm' or 'n' => 'M',
            'l' => 'L',
            'r' => 'R',
            'w' when index == 0 => 'W',
            _ => '\0',
        };
    }
}
