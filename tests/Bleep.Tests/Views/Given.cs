using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Tests.Views;

/// <summary>Short ways to write turns: words last 200 ms and follow each other after 50 ms; a bar is a pause of a second.</summary>
internal static class Given
{
    public static RedactedTurn Turn(string text, double startSeconds = 0, string? speaker = null, int? channel = null)
    {
        var words = new List<RedactedWord>();
        double nowMs = startSeconds * 1000;
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "|")
            {
                nowMs += 1000;
                continue;
            }
            words.Add(new RedactedWord(
                part, TimeSpan.FromMilliseconds(nowMs), TimeSpan.FromMilliseconds(nowMs + 200), words.Count % 2 == 0 ? 1 : 0.5, speaker, channel, null)
            {
                Source = new WordRange(words.Count, words.Count + 1),
            });
            nowMs += 250;
        }
        return new RedactedTurn(words, speaker, channel);
    }
}
