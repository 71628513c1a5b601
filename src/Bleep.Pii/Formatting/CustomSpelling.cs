using System.Diagnostics.CodeAnalysis;

namespace Bleep.Pii.Formatting;

/// <summary>How the user wants something written.</summary>
/// <param name="From">The forms that may be heard; each one word or several, whatever the case.</param>
/// <param name="To">How to write it, kept exactly; not blank.</param>
public sealed record CustomSpelling(IReadOnlyList<string> From, string To)
{
    /// <summary>Most forms of one spelling.</summary>
    public const int MaxForms = 100;

    /// <summary>Most characters of a form and of what is written.</summary>
    public const int MaxLength = 200;

    /// <summary>Makes a spelling of what a user gave.</summary>
    /// <param name="from">The forms that may be heard, 1 to <see cref="MaxForms"/>; each has a letter or digit.</param>
    /// <param name="to">How to write it: not blank, without control characters.</param>
    /// <param name="spelling">The spelling.</param>
    /// <param name="error">What is wrong, in one sentence without the words.</param>
    /// <returns>True when both can be used.</returns>
    public static bool TryCreate(
        IReadOnlyList<string?>? from, string? to, [NotNullWhen(true)] out CustomSpelling? spelling, [NotNullWhen(false)] out string? error)
    {
        error = (from, to) switch
        {
            (null or { Count: 0 or > MaxForms }, _) => $"A custom spelling needs 1 to {MaxForms} forms to replace.",
            _ when from.Any(form => form is null || form.Length > MaxLength || !form.Any(char.IsLetterOrDigit)) =>
                $"Every form of a custom spelling needs a letter or digit and may have {MaxLength} characters at most.",
            (_, null or { Length: > MaxLength }) => $"A custom spelling must be written in 1 to {MaxLength} characters.",
            _ when string.IsNullOrWhiteSpace(to) => "A custom spelling may not be blank.",
            _ when to.Any(char.IsControl) => "A custom spelling may not hold line breaks or other control characters.",
            _ => null,
        };
        spelling = error is null ? new CustomSpelling([.. from!.OfType<string>()], to!) : null;
        return error is null;
    }
}
