namespace Bleep.Pii.Formatting;

/// <summary>A word on its way to the reader: its text so far and where it came from.</summary>
/// <param name="Text">The text so far.</param>
/// <param name="First">Index of its first spoken word in the line.</param>
/// <param name="End">Index after its last spoken word in the line.</param>
/// <param name="Kind">What it was made of.</param>
internal sealed record FormatToken(string Text, int First, int End, TokenKind Kind = TokenKind.Word)
{
    /// <summary>True when the text already carries the mark that belongs after it.</summary>
    public bool HasMark { get; init; }
}
