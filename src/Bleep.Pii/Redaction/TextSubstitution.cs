using System.Diagnostics.CodeAnalysis;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>The user's own text, in which <c>{POLICY}</c> stands for the policy's name in upper case.</summary>
public sealed record TextSubstitution : TagSubstitution
{
    /// <summary>The most characters a pattern may have.</summary>
    public const int MaxPatternLength = 64;

    private const string Placeholder = "{POLICY}";

    /// <summary>Makes the substitution.</summary>
    /// <param name="pattern">1 to 64 characters, none of them a control character; see <see cref="IsValid"/>.</param>
    /// <param name="perWord">True for the text per word, so that words keep their number; false for the text per finding.</param>
    /// <exception cref="ArgumentException">The pattern breaks a rule.</exception>
    public TextSubstitution(string pattern, bool perWord = true)
        : base(perWord)
    {
        Pattern = IsValid(pattern, out string? error) ? pattern : throw new ArgumentException(error, nameof(pattern));
    }

    /// <summary>The text, with its placeholder.</summary>
    public string Pattern { get; }

    /// <summary>Tells whether a pattern can be used, and if not, why.</summary>
    /// <param name="pattern">The pattern as the user gave it.</param>
    /// <param name="error">What is wrong, in one sentence.</param>
    public static bool IsValid(string? pattern, [NotNullWhen(false)] out string? error)
    {
        error = pattern switch
        {
            null or "" => "The substitution text may not be empty.",
            { Length: > MaxPatternLength } => $"The substitution text may have {MaxPatternLength} characters at most.",
            _ when string.IsNullOrWhiteSpace(pattern) => "The substitution text may not be blank.",
            _ when pattern.Any(char.IsControl) => "The substitution text may not hold line breaks or other control characters.",
            _ => null,
        };
        return error is null;
    }

    private protected override string TagOf(PiiSpan span) =>
        Pattern.Replace(Placeholder, span.Label ?? span.Policy.Tag, StringComparison.Ordinal);
}
