using Bleep.Transcripts;

namespace Bleep.Dialogues;

/// <summary>
/// One turn of a dialogue: either words or text, never both. Ranges in <see cref="Spans"/> and <see cref="Unlabelled"/> count
/// words where the turn has words, and Unicode code points where it has text.
/// </summary>
public sealed record DialogueTurn
{
    /// <summary>Who speaks, or null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words, or null when the turn is given as text.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The text, or null when the turn is given as words.</summary>
    public string? Text { get; init; }

    /// <summary>Start of every word in milliseconds, or null when times are not known.</summary>
    public IReadOnlyList<double>? StartMs { get; init; }

    /// <summary>End of every word in milliseconds, or null when times are not known.</summary>
    public IReadOnlyList<double>? EndMs { get; init; }

    /// <summary>Confidence of every word, 0 to 1, or null when it is not known.</summary>
    public IReadOnlyList<double>? Confidence { get; init; }

    /// <summary>The gold spans; empty outside gold files.</summary>
    public IReadOnlyList<GoldSpan> Spans { get; init; } = [];

    /// <summary>Half-open ranges that count neither as found nor as wrongly found.</summary>
    public IReadOnlyList<(int Start, int End)> Unlabelled { get; init; } = [];

    /// <summary>The turn as words with what is known about them; text is cut at white space.</summary>
    public Turn ToTurn()
    {
        var texts = Words ?? Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = new Word[texts.Count];
        for (int index = 0; index < words.Length; index++)
        {
            words[index] = new Word(
                texts[index],
                TimeAt(StartMs, index),
                TimeAt(EndMs ?? StartMs, index),
                Words is null || Confidence is null ? 1.0 : Confidence[index]);
        }
        return new Turn(words) { Speaker = Speaker };
    }

    private TimeSpan TimeAt(IReadOnlyList<double>? timesMs, int index) =>
        Words is null || timesMs is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(timesMs[index]);
}
