using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pii.Tests.Recognizers;

/// <summary>Turns as a recogniser writes them, for tests of what becomes of doubtful words.</summary>
internal static class Heard
{
    /// <summary>Detects in turns of words; a word with a question mark is one that the recogniser doubts.</summary>
    /// <param name="sensitivity">How much doubt is enough.</param>
    /// <param name="turns">The turns, by one speaker and the other.</param>
    public static IReadOnlyList<PiiSpan> Detect(Sensitivity sensitivity, params string[] turns)
    {
        var heard = new List<Turn>();
        double time = 0;
        foreach (string turn in turns)
        {
            var words = new List<Word>();
            foreach (string text in turn.Split(' '))
            {
                words.Add(new Word(text.TrimEnd('?'), TimeSpan.FromMilliseconds(time), TimeSpan.FromMilliseconds(time + 250), text.EndsWith('?') ? 0.1 : 0.95));
                time += 300;
            }
            heard.Add(new Turn(words) { Speaker = heard.Count % 2 == 0 ? "A" : "B" });
            time += 500;
        }
        return new PiiDetector(new PiiDetectorOptions { Sensitivity = sensitivity }).Detect(heard, TestContext.Current.CancellationToken);
    }

    /// <summary>The words of a turn that are private, joined by blanks.</summary>
    /// <param name="spans">What was found.</param>
    /// <param name="turn">Index of the turn.</param>
    /// <param name="text">The turn as it was given.</param>
    public static string Private(IReadOnlyList<PiiSpan> spans, int turn, string text)
    {
        string[] words = text.Replace("?", "", StringComparison.Ordinal).Split(' ');
        return string.Join(' ', words.Where((_, index) => spans.Any(span => span.Turn == turn && span.Words.Start <= index && index < span.Words.End)));
    }
}
