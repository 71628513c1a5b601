using System.Diagnostics.CodeAnalysis;

namespace Bleep.Pii.Policies;

/// <summary>The rules for a label that the user gives to terms or patterns, because it becomes a tag in the text.</summary>
public static class PolicyLabel
{
    /// <summary>The most characters a label may have.</summary>
    public const int MaxLength = 64;

    /// <summary>Brings a label into the form that stands in a tag: trimmed, upper case, blanks as underscores.</summary>
    /// <param name="label">Letters, digits, blanks, hyphens and underscores; at least one letter or digit.</param>
    /// <exception cref="ArgumentException">The label breaks a rule; the message says which, without the label.</exception>
    public static string Normalize(string label) =>
        TryNormalize(label, out string? normalized, out string? error)
            ? normalized
            : throw new ArgumentException(error, nameof(label));

    /// <summary>Like <see cref="Normalize"/>, with the fault as a value.</summary>
    /// <param name="label">The label as the user gave it.</param>
    /// <param name="normalized">The label as it stands in a tag.</param>
    /// <param name="error">What is wrong, in one sentence without the label.</param>
    /// <returns>True when the label is usable.</returns>
    public static bool TryNormalize(
        string? label, [NotNullWhen(true)] out string? normalized, [NotNullWhen(false)] out string? error)
    {
        normalized = null;
        string trimmed = label?.Trim() ?? "";
        error = trimmed switch
        {
            "" => "A label may not be empty.",
            { Length: > MaxLength } => $"A label may have {MaxLength} characters at most.",
            _ when !trimmed.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-') =>
                "A label may hold letters, digits, blanks, hyphens and underscores only.",
            _ when !trimmed.Any(char.IsLetterOrDigit) => "A label needs a letter or digit.",
            _ => null,
        };
        if (error is not null)
        {
            return false;
        }
        normalized = trimmed.ToUpperInvariant().Replace(' ', '_');
        return true;
    }
}
