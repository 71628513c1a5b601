using Bleep.Pii.Formatting.Numbers;

namespace Bleep.Pii.Formatting;

/// <summary>Gives words the capitals that a reader expects.</summary>
internal static class Capitalizer
{
    /// <summary>Writes a token's capitals.</summary>
    /// <param name="line">The spoken words.</param>
    /// <param name="token">The token.</param>
    /// <param name="beginsSentence">True for the first token of a sentence.</param>
    /// <param name="isName">Tells for a raw word of the turn whether it belongs to a name.</param>
    /// <param name="properNouns">Further words that begin with a capital.</param>
    public static string Write(
        SpokenLine line, FormatToken token, bool beginsSentence, Func<int, bool> isName, IReadOnlySet<string> properNouns)
    {
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Address:
                return token.Text;
            case TokenKind.Letter:
                return token.Text.ToUpperInvariant();
        }
        string word = line[token.First];
        string stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (word is "mr" or "mrs" or "ms" or "dr" && token.First + 1 < line.Count)
        {
            return Upper(token.Text) + ".";
        }
        if (CapitalWords.IsInitials(word))
        {
            return token.Text.ToUpperInvariant();
        }
        bool inName = isName(line.RawIndex(token.First));
        bool beginsName = inName && (token.First == 0 || !isName(line.RawIndex(token.First - 1)));
        if (token.Kind == TokenKind.Name || inName && (beginsName || !CapitalWords.IsSmallInName(word)))
        {
            return Name(token.Text);
        }
        bool isCapital = beginsSentence || line[token.First - 1] is "mr" or "mrs" or "ms" or "mister"
            || word == "i" || word.StartsWith("i'", StringComparison.Ordinal) || CapitalWords.IsProper(stem)
            || properNouns.Contains(stem) || Months.IsMonth(word) && Months.IsMonthAt(line, token.First);
        return isCapital ? Upper(token.Text) : token.Text;
    }

    /// <summary>Capitals of a language whose words are not known here: at the start of sentences and for what is known to be a name.</summary>
    public static string WritePlain(
        SpokenLine line, FormatToken token, bool beginsSentence, Func<int, bool> isName, IReadOnlySet<string> properNouns) =>
        beginsSentence || isName(line.RawIndex(token.First)) || properNouns.Contains(line[token.First]) ? Upper(token.Text) : token.Text;

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Capitals inside a name: O'Brien, McDonald, Smith-Jones; a possessive ending stays small.</summary>
    private static string Name(string text)
    {
        const int shortestAfterMc = 3;
        char[] letters = text.ToCharArray();
        for (int index = 0; index < letters.Length; index++)
        {
            bool begins = index == 0 || letters[index - 1] == '-'
                || index == 2 && letters[1] == '\'' && letters.Length > shortestAfterMc
                || index == 2 && text.StartsWith("mc", StringComparison.OrdinalIgnoreCase) && letters.Length >= 2 + shortestAfterMc;
            letters[index] = begins ? char.ToUpperInvariant(letters[index]) : letters[index];
        }
        return new string(letters);
    }
}
