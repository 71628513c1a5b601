namespace Bleep.Speech.PocketSphinx;

/// <summary>A term to listen for, as the words it is said with.</summary>
/// <param name="Words">Lower-case words of letters and apostrophes.</param>
internal sealed record Keyterm(IReadOnlyList<string> Words)
{
    /// <summary>The words joined by blanks.</summary>
    public string Phrase => string.Join(' ', Words);

    /// <summary>Reads a term as the user wrote it.</summary>
    /// <param name="text">Words separated by blanks or hyphens.</param>
    /// <returns>The term, or null when it has characters that say nothing about its sound (digits, other scripts).</returns>
    public static Keyterm? Parse(string text)
    {
        var words = text.ToLowerInvariant().Replace('\u2019', '\'').Split([' ', '-', '\t', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        bool isSayable = words.Length is > 0 and <= 8
            && words.All(word => word.Length <= 40 && word.All(character => character is (>= 'a' and <= 'z') or '\'') && word.Any(char.IsAsciiLetter));
        return isSayable ? new Keyterm(words) : null;
    }
}
