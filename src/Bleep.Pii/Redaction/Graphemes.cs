using System.Globalization;
using System.Text;

namespace Bleep.Pii.Redaction;

/// <summary>Questions about what a reader sees as one character.</summary>
internal static class Graphemes
{
    /// <summary>True when the text holds a letter or digit of any script, also circled or superscript.</summary>
    public static bool HoldLetterOrDigit(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsLetterOrDigit(rune))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True for letters and digits; other number signs (², ½) count too, since they can be part of an identifier.</summary>
    public static bool IsLetterOrDigit(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
            // Circled and squared letters are symbols by category.
            UnicodeCategory.OtherSymbol => rune.Value is (>= 0x24B6 and <= 0x24E9) or (>= 0x1F110 and <= 0x1F189),
            _ => false,
        };

    /// <summary>True when a cut right before <paramref name="index"/> would part what belongs together.</summary>
    public static bool IsInside(string text, int index)
    {
        if (index <= 0 || index >= text.Length)
        {
            return false;
        }
        return char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1])
            || CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            || text[index] == '\u200D' || text[index - 1] == '\u200D';
    }
}
