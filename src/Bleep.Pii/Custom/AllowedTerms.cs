using System.Collections.Frozen;

namespace Bleep.Pii.Custom;

/// <summary>Terms that are never redacted, compared without regard to case and to punctuation around them. Thread-safe.</summary>
public sealed class AllowedTerms
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms;

    /// <summary>Makes the list.</summary>
    /// <param name="terms">Words or phrases; empty ones are left out.</param>
    public AllowedTerms(IEnumerable<string> terms) => _terms = terms
        .Select(term => Trim(term).ToString())
        .Where(term => term.Length > 0)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the text is one of the terms.</summary>
    /// <param name="text">The text of a span.</param>
    public bool Contains(ReadOnlySpan<char> text) => _terms.Contains(Trim(text));

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }
        return text[start..end];
    }
}
