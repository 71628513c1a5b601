using System.Globalization;
using System.Text;
using Bleep.Transcripts;

namespace Bleep.Pii.Redaction;

/// <summary>Parts a word into the punctuation that stays and the core that a tag replaces.</summary>
internal static class TagFrame
{
    /// <summary>The core of the text; empty when the text is punctuation only.</summary>
    /// <param name="text">One word, or several that become one tag.</param>
    /// <param name="keepsOneMark">True when of the punctuation only a last sentence mark may stay, as for a password.</param>
    public static CharRange CoreOf(string text, bool keepsOneMark)
    {
        if (keepsOneMark)
        {
            return new CharRange(0, text.Length > 1 && text[^1] is '.' or ',' or '?' ? text.Length - 1 : text.Length);
        }
        int start = 0;
        while (start < text.Length && IsKept(text[start], isTrailing: false))
        {
            start++;
        }
        int end = Possessive.StartIn(text);
        while (end > start && IsKept(text[end - 1], isTrailing: true))
        {
            end--;
        }
        if (!HoldsContent(text.AsSpan(start, end - start)))
        {
            return default;
        }
        return Balance(text, start, end);
    }

    /// <summary>Brackets whose partner is replaced go too, or '(610)265' would leave one bracket behind.</summary>
    private static CharRange Balance(string text, int start, int end)
    {
        int first = start;
        while (first > 0 && Partner(text[first - 1]) is { } closing && text.AsSpan(start, end - start).Contains(closing))
        {
            first--;
        }
        while (end < text.Length && Partner(text[end]) is { } opening && text.AsSpan(start, end - start).Contains(opening))
        {
            end++;
        }
        return new CharRange(first, end);
    }

    private static char? Partner(char bracket) => bracket switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        ')' => '(',
        ']' => '[',
        '}' => '{',
        _ => null,
    };

    /// <summary>Punctuation of the sentence stays; signs that are part of the value (+, -, $, %, @) do not.</summary>
    private static bool IsKept(char c, bool isTrailing) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.OtherPunctuation => c is not ('@' or '#' or '%' or '&' or '*' or '/' or '\\'),
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation => true,
        UnicodeCategory.DashPunctuation => isTrailing || c is '\u2013' or '\u2014',
        UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.Format => true,
        _ => false,
    };

    private static bool HoldsContent(ReadOnlySpan<char> core)
    {
        foreach (var rune in core.EnumerateRunes())
        {
            if (Graphemes.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) && rune.Value is not ('+' or '|' or '~'))
            {
                return true;
            }
        }
        return false;
    }
}
