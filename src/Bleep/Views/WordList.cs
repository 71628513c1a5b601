using Bleep.Pii.Redaction;

namespace Bleep.Views;

/// <summary>The words of all turns as one list: what a transcript's <c>words</c>, <c>text</c> and <c>confidence</c> are made of.</summary>
public static class WordList
{
    /// <summary>All words in the order of their start; between equals the order of the turns decides.</summary>
    /// <param name="turns">The turns, redacted or not.</param>
    public static IReadOnlyList<RedactedWord> Of(IEnumerable<RedactedTurn> turns) =>
        [.. turns.SelectMany(turn => turn.Words).OrderBy(word => word.Start)];

    /// <summary>The words joined by single blanks.</summary>
    /// <param name="words">The words.</param>
    public static string TextOf(IEnumerable<RedactedWord> words) => string.Join(' ', words.Select(word => word.Text));

    /// <summary>Mean of the words' confidences, 0 to 1, to four places; 0 where nothing was said.</summary>
    /// <param name="words">The words.</param>
    public static double ConfidenceOf(IReadOnlyCollection<RedactedWord> words) =>
        words.Count == 0 ? 0 : Math.Round(words.Average(word => word.Confidence), 4);
}
