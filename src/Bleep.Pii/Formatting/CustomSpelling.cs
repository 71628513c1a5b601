namespace Bleep.Pii.Formatting;

/// <summary>How the user wants something written.</summary>
/// <param name="From">The forms that may be heard; each one word or several, whatever the case.</param>
/// <param name="To">How to write it, kept exactly; not blank.</param>
public sealed record CustomSpelling(IReadOnlyList<string> From, string To);
