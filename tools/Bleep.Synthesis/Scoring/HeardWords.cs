using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Scoring;

/// <summary>
/// What a recogniser wrote down, to tell what it lost from what detection lost. Raw words are compared as they are; in formatted ones
/// figures stand for any number word, and a word may stand for several spoken ones (<c>john.lowery@example.com</c>).
/// </summary>
public sealed class HeardWords
{
    private static readonly HashSet<string> s_numberWords =
    [
        "oh", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "hundred", "thousand", "double", "triple",
    ];

    private readonly List<(string Text, TimeRange Time)> _words;

    /// <summary>Takes words with their times.</summary>
    /// <param name="words">The words before redaction.</param>
    public HeardWords(IEnumerable<Word> words) => _words = [.. words.Select(word => (Normalize(word.Text), word.Time))];

    /// <summary>Reads a transcript: <c>unredacted_words</c> where there are any, else <c>words</c>, each with text, start and end in ms.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <exception cref="JsonException">The file is not a transcript.</exception>
    public static HeardWords Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var root = document.RootElement;
        if (!root.TryGetProperty("unredacted_words", out var words) && !root.TryGetProperty("words", out words))
        {
            throw new JsonException("a transcript has 'words'");
        }
        return new HeardWords(words.EnumerateArray().Select(word => new Word(
            word.GetProperty("text").GetString()!,
            TimeSpan.FromMilliseconds(word.GetProperty("start").GetDouble()),
            TimeSpan.FromMilliseconds(word.GetProperty("end").GetDouble()))));
    }

    /// <summary>True when this word was written down at about this time: the two share at least a third of the spoken word's time.</summary>
    /// <param name="text">The spoken word.</param>
    /// <param name="time">When it was said.</param>
    public bool Holds(string text, TimeRange time)
    {
        string spoken = Normalize(text);
        return _words.Exists(heard => heard.Time.Intersect(time).Duration.Ticks * 3 >= time.Duration.Ticks && Matches(heard.Text, spoken));
    }

    private static bool Matches(string heard, string spoken) => heard == spoken
        || (heard.Any(char.IsAsciiDigit) && s_numberWords.Contains(spoken))
        || (spoken.Length > 2 && heard.Length > spoken.Length && heard.Contains(spoken, StringComparison.Ordinal));

    private static string Normalize(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
