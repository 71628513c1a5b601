using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>Compares words heard in a result with words of the original.</summary>
internal static class HeardWords
{
    /// <summary>How far two recognitions of one word may lie apart.</summary>
    private static readonly TimeSpan s_slack = TimeSpan.FromMilliseconds(250);

    /// <summary>Words that a recogniser makes of noise and beeps; alone they prove nothing.</summary>
    private static readonly HashSet<string> s_small = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "is", "it", "i", "you", "he", "she", "we", "they", "that", "this",
        "oh", "uh", "um", "ah", "hm", "mm", "mhm", "yes", "no", "so", "for", "my", "me", "be", "do", "if", "as", "was", "are",
    };

    /// <summary>True when enough of a stretch's words were heard again at their place.</summary>
    /// <param name="stretch">What must not be heard.</param>
    /// <param name="heard">What was heard, in the order of time.</param>
    public static bool Repeat(PrivateStretch stretch, IReadOnlyList<Word> heard)
    {
        int large = 0, small = 0;
        foreach (var word in stretch.Words)
        {
            bool isAgain = heard.Any(other => IsAtSamePlace(word, other) && IsInside(stretch.Time, other) && IsAlike(word.Text, other.Text));
            if (isAgain)
            {
                (large, small) = s_small.Contains(Clean(word.Text)) ? (large, small + 1) : (large + 1, small);
            }
        }
        return large > 0 || (small > 1 && small == stretch.Words.Count);
    }

    /// <summary>True when the words of a span were heard alike in both recognitions at the same place.</summary>
    /// <param name="span">Words found in the result.</param>
    /// <param name="original">Words of the original, in the order of time.</param>
    public static bool AreAllIn(IReadOnlyList<Word> span, IReadOnlyList<Word> original) =>
        span.All(word => original.Any(other => IsAtSamePlace(word, other) && Clean(word.Text) == Clean(other.Text)));

    private static bool IsAtSamePlace(Word word, Word other) => word.Time.Pad(s_slack).Overlaps(other.Time);

    // What is heard mostly outside the stretch is a neighbour that nobody asked to hide.
    private static bool IsInside(TimeRange stretch, Word word) => stretch.Intersect(word.Time).Duration * 2 >= word.Time.Duration;

    private static bool IsAlike(string left, string right)
    {
        (left, right) = (Clean(left), Clean(right));
        if (left.Length == 0 || right.Length == 0)
        {
            return false;
        }
        return left == right || (Math.Min(left.Length, right.Length) >= 4 && SharedPrefix(left, right) * 4 >= Math.Max(left.Length, right.Length) * 3);
    }

    private static int SharedPrefix(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    private static string Clean(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
