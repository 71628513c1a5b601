namespace Bleep.Transcripts;

/// <summary>What one speaker says without another taking over: the unit of dialogue that detection works on.</summary>
/// <param name="Words">The words in the order they are spoken; may be empty.</param>
public sealed record Turn(IReadOnlyList<Word> Words)
{
    /// <summary>Who speaks (<c>A</c>, <c>agent</c>, <c>1</c>…), or null when that is not known.</summary>
    public string? Speaker { get; init; }

    /// <summary>The 1-based channel of a multichannel recording, or null when channels were not kept apart.</summary>
    public int? Channel { get; init; }

    /// <summary>When the first word begins; zero for an empty turn.</summary>
    public TimeSpan Start => Words.Count == 0 ? TimeSpan.Zero : Words[0].Start;

    /// <summary>When the last word ends; zero for an empty turn.</summary>
    public TimeSpan End => Words.Count == 0 ? TimeSpan.Zero : Words[^1].End;

    /// <summary>The words joined by single blanks.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
