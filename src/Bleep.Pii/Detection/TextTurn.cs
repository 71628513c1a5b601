namespace Bleep.Pii.Detection;

/// <summary>One turn of a dialogue, or a whole document, as text.</summary>
/// <param name="Text">The text; may be empty and may hold any characters.</param>
/// <param name="Speaker">Who says it, or null when that is not known.</param>
public sealed record TextTurn(string Text, string? Speaker = null);
