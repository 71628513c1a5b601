namespace Bleep.Synthesis.Records;

/// <summary>What one speaker says without the other taking over, spoken and written, with what is private in it.</summary>
/// <param name="Speaker"><c>agent</c> or <c>caller</c>.</param>
/// <param name="Words">The spoken words; never empty.</param>
/// <param name="Spans">Private stretches in word indexes.</param>
/// <param name="Written">The same with capitals, sentence marks and figures.</param>
/// <param name="WrittenSpans">Private stretches of the written text in UTF-16 code units.</param>
public sealed record CallTurn(
    string Speaker, IReadOnlyList<CallWord> Words, IReadOnlyList<CallSpan> Spans, string Written, IReadOnlyList<CallSpan> WrittenSpans)
{
    /// <summary>Word ranges that count neither way under any policy.</summary>
    public IReadOnlyList<(int Start, int End)> Unlabelled { get; init; } = [];

    /// <summary>Ranges of the written text that count neither way, in code units.</summary>
    public IReadOnlyList<(int Start, int End)> WrittenUnlabelled { get; init; } = [];

    /// <summary>The spoken words joined by single blanks.</summary>
    public string Spoken => string.Join(' ', Words.Select(word => word.Text));
}
