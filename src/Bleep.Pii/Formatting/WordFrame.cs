namespace Bleep.Pii.Formatting;

/// <summary>A written word and the punctuation around it.</summary>
/// <param name="Before">Punctuation before the word.</param>
/// <param name="Core">The word; empty when the text is punctuation only.</param>
/// <param name="After">Punctuation after the word.</param>
internal readonly record struct WordFrame(string Before, string Core, string After)
{
    public static WordFrame Of(string text)
    {
        int start = 0;
        while (start < text.Length && char.IsPunctuation(text[start]))
        {
            start++;
        }
        int end = text.Length;
        while (end > start && char.IsPunctuation(text[end - 1]))
        {
            end--;
        }
        return new WordFrame(text[..start], text[start..end], text[end..]);
    }
}
