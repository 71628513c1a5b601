using System.Text.Json;
using Bleep.Transcripts;

namespace Bleep.Synthesis.Scoring;

/// <summary>What a recogniser wrote down, to tell what it lost from what detection lost.</summary>
public sealed class HeardWords
{
    private readonly ILookup<string, TimeRange> _times;

    /// <summary>Takes words with their times.</summary>
    /// <param name="words">The words, before formatting and redaction.</param>
    public HeardWords(IEnumerable<Word> words) => _times = words.ToLookup(word => Normalize(word.Text), word => word.Time);

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
    public bool Holds(string text, TimeRange time) =>
        _times[Normalize(text)].Any(heard => heard.Intersect(time).Duration.Ticks * 3 >= time.Duration.Ticks);

    private static string Normalize(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
