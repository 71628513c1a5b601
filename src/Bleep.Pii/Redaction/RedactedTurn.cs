namespace Bleep.Pii.Redaction;

/// <summary>One turn of the redacted transcript.</summary>
/// <param name="Words">Its words in order.</param>
/// <param name="Speaker">Who speaks, or null.</param>
/// <param name="Channel">The 1-based channel, or null.</param>
public sealed record RedactedTurn(IReadOnlyList<RedactedWord> Words, string? Speaker, int? Channel)
{
    /// <summary>The words joined by single blanks: text and words agree by construction.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
