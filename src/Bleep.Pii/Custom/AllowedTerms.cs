using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Bleep.Pii.Custom;

/// <summary>Terms that are never redacted, compared without regard to case and to punctuation around them. Thread-safe.</summary>
public sealed class AllowedTerms
{
    /// <summary>The most terms of a list that is checked.</summary>
    public const int MaxTerms = 100_000;

    /// <summary>The most characters of a term of a list that is checked.</summary>
    public const int MaxTermLength = 256;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms;

    /// <summary>Makes the list.</summary>
    /// <param name="terms">Words or phrases; empty ones are left out.</param>
    public AllowedTerms(IEnumerable<string> terms) => _terms = terms
        .Select(term => Trim(term).ToString())
        .Where(term => term.Length > 0)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of different terms.</summary>
    public int Count => _terms.Set.Count;

    /// <summary>Makes the list of what a user gave.</summary>
    /// <param name="terms">Words or phrases, each with a letter or digit.</param>
    /// <param name="allowed">The list.</param>
    /// <param name="error">What cannot be used, in one sentence without the term.</param>
    /// <returns>True when all terms can be used.</returns>
    public static bool TryCreate(
        IReadOnlyList<string?> terms, [NotNullWhen(true)] out AllowedTerms? allowed, [NotNullWhen(false)] out string? error)
    {
        allowed = null;
        error = terms.Count > MaxTerms ? $"There may be {MaxTerms} terms at most." : null;
        for (int index = 0; error is null && index < terms.Count; index++)
        {
            error = terms[index] is not { } term || Trim(term).IsEmpty ? $"Term {index + 1} has no letter or digit."
                : term.Length > MaxTermLength ? $"Term {index + 1} has more than {MaxTermLength} characters."
                : null;
        }
        if (error is not null)
        {
            return false;
        }
        allowed = new AllowedTerms(terms.OfType<string>());
        return true;
    }

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
