using Bleep.Speech.Hosting.Protocol;

namespace Bleep.Speech.Timing;

/// <summary>
/// Estimates the times of words of which only the time of all of them together is known. Since a mask must cover the word, each gets
/// more time than its share: 300 ms on both sides at least, more in a long stretch, but never beyond the stretch by more than 100 ms.
/// </summary>
internal static class SpreadWords
{
    /// <summary>What the user is told about such times.</summary>
    public const string Warning = "the engine gives no word times; they are estimated, and masks are wider for it";

    /// <summary>A pause between two words, in characters.</summary>
    private const double Gap = 1;

    private const int MinWidthMs = 300, MaxWidthMs = 1000, BeyondMs = 100;

    /// <summary>Share of the stretch by which an estimate may be wrong.</summary>
    private const double WidthShare = 0.15;

    /// <summary>Gives every word a share of the time by its length, and a margin.</summary>
    /// <param name="text">The words, blanks between them.</param>
    /// <param name="startMs">Start of the first one.</param>
    /// <param name="endMs">End of the last one.</param>
    /// <param name="confidence">How sure the engine is of them, 0 to 1.</param>
    public static List<HostedWord> Over(string text, int startMs, int endMs, double confidence = 1)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int length = Math.Max(0, endMs - startMs);
        double perCharacter = length / Math.Max(1, words.Sum(word => word.Length + Gap));
        int width = (int)Math.Clamp(length * WidthShare, MinWidthMs, MaxWidthMs);
        int first = Math.Max(0, startMs - BeyondMs), last = startMs + length + BeyondMs;
        var spread = new List<HostedWord>(words.Length);
        double position = startMs;
        foreach (var word in words)
        {
            double end = position + ((word.Length + Gap) * perCharacter);
            spread.Add(new HostedWord(word, Math.Max(first, (int)position - width), Math.Min(last, (int)end + width), confidence));
            position = end;
        }
        return spread;
    }

    /// <summary>
    /// Puts words of several stretches one after the other so that none begins before the one in front of it. Margins of neighbours may
    /// overlap: then the earlier word begins earlier still, since a margin may grow but not shrink.
    /// </summary>
    /// <param name="words">The words in the order they are said; changed.</param>
    public static List<HostedWord> InOrder(List<HostedWord> words)
    {
        for (int index = words.Count - 2; index >= 0; index--)
        {
            if (words[index].StartMs > words[index + 1].StartMs)
            {
                words[index] = words[index] with { StartMs = words[index + 1].StartMs };
            }
        }
        return words;
    }
}
