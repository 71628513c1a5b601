namespace Bleep.Pii.Formatting;

/// <summary>One turn of the formatted transcript.</summary>
/// <param name="Turn">Index of the raw turn it was made of.</param>
/// <param name="Words">The words, ordered by their sources; empty when nothing but fillers was said.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="Channel">The 1-based channel, or null.</param>
public sealed record OutputTurn(int Turn, IReadOnlyList<OutputWord> Words, string? Speaker, int? Channel)
{
    /// <summary>The words joined by single blanks.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
