using Bleep.Transcripts;

namespace Bleep.Tests.Live;

/// <summary>Words as a recogniser gives them: lower case, at even times.</summary>
internal static class LiveCall
{
    public static IReadOnlyList<Word> Words(string text, int startMs = 0) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => new Word(
            word, TimeSpan.FromMilliseconds(startMs + (index * 300)), TimeSpan.FromMilliseconds(startMs + (index * 300) + 250), 0.9)),
    ];
}
