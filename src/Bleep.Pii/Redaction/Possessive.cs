namespace Bleep.Pii.Redaction;

/// <summary>The ending 's, with a straight or a typographic apostrophe and punctuation after it.</summary>
internal static class Possessive
{
    /// <summary>Where the ending begins, or the length of the text when there is none.</summary>
    /// <remarks>There has to be a letter, a digit or the # of one before it: of a bare <c>'s</c> nothing is known.</remarks>
    public static int StartIn(string text)
    {
        int end = text.Length;
        while (end > 0 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }
        bool found = end >= 3 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2])
            && (Graphemes.HoldLetterOrDigit(text.AsSpan(0, end - 2)) || text.AsSpan(0, end - 2).Contains('#'));
        return found ? end - 2 : text.Length;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018' or '\uFF07';
}
