using System.Globalization;
using System.Text;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>
/// One <c>#</c> for every letter or digit; everything else stays, so that length and word breaks are kept. What a reader sees as
/// one letter (a base with its marks) is one <c>#</c>. A possessive ending stays: <c>####'s</c>.
/// </summary>
public sealed record HashSubstitution() : Substitution(perWord: true)
{
    private const char Mark = '#';

    /// <inheritdoc/>
    internal override bool CanMerge => false;

    /// <inheritdoc/>
    internal override string Replace(string text, PiiSpan span)
    {
        int end = Possessive.StartIn(text);
        var result = new StringBuilder(text.Length);
        for (int index = 0; index < end;)
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(index, end - index));
            var grapheme = text.AsSpan(index, length);
            if (Graphemes.HoldLetterOrDigit(grapheme))
            {
                result.Append(Mark);
            }
            else
            {
                result.Append(grapheme);
            }
            index += length;
        }
        return result.Append(text, end, text.Length - end).ToString();
    }
}
