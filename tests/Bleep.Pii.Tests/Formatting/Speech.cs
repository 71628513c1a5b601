using Bleep.Pii.Formatting;
using Bleep.Transcripts;

namespace Bleep.Pii.Tests.Formatting;

/// <summary>Spoken words in short form: a bar is a pause of 800 ms, a comma one of 350 ms; words last 200 ms.</summary>
internal static class Speech
{
    public static Turn Turn(string text)
    {
        var words = new List<Word>();
        double now = 0;
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "|" or ",")
            {
                now += part == "|" ? 800 : 350;
                continue;
            }
            words.Add(new Word(part, TimeSpan.FromMilliseconds(now), TimeSpan.FromMilliseconds(now + 200), words.Count % 2 == 0 ? 1.0 : 0.5));
            now += 220;
        }
        return new Turn(words) { Speaker = "A" };
    }

    public static Transcript Transcript(params string[] turns) => new([.. turns.Select(Turn)]);

    /// <summary>The text of the last turn.</summary>
    public static string Format(FormatOptions options, params string[] turns) =>
        new TranscriptFormatter(options).Format(Transcript(turns), TestContext.Current.CancellationToken)[^1].Text;

    /// <summary>Digits and addresses alone, without sentence marks and capitals at the start.</summary>
    public static string Digits(params string[] turns) => Format(new FormatOptions { Punctuate = false, Capitalize = false }, turns);
}
