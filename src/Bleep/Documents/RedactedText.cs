namespace Bleep.Documents;

/// <summary>A text with nothing private left.</summary>
/// <param name="Text">The redacted text.</param>
/// <param name="Findings">What was replaced, placed in the text as it was given, in order of their start.</param>
public sealed record RedactedText(string Text, IReadOnlyList<TextFinding> Findings);
