namespace Bleep.Transcripts;

/// <summary>What was said in a recording, as the recogniser heard it or as the user gave it.</summary>
/// <param name="Turns">The turns, ordered by their start; turns of different channels may overlap in time.</param>
public sealed record Transcript(IReadOnlyList<Turn> Turns)
{
    /// <summary>Language as a BCP 47 style code (<c>en</c>, <c>de-CH</c>).</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Length of the recording.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Number of channels that were recognised apart; 1 for mono or mixed-down audio.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>True when the words carry capitals and sentence marks already, so that formatting leaves them alone.</summary>
    public bool IsFormatted { get; init; }

    /// <summary>All words of all turns, ordered by their start (turn order decides between equals).</summary>
    public IEnumerable<Word> Words => Turns.SelectMany(turn => turn.Words).OrderBy(word => word.Start);

    /// <summary>
    /// Groups words into turns: words of one channel and speaker belong together until a pause of more than
    /// <paramref name="maxPause"/> or, where channels are not kept apart, until another speaker begins.
    /// </summary>
    /// <param name="words">Words with their speaker and channel, in any order.</param>
    /// <param name="maxPause">Longest silence inside a turn.</param>
    /// <returns>The turns ordered by start.</returns>
    public static IReadOnlyList<Turn> GroupIntoTurns(
        IEnumerable<(Word Word, string? Speaker, int? Channel)> words, TimeSpan maxPause)
    {
        var turns = new List<Turn>();
        foreach (var channel in words.GroupBy(entry => entry.Channel))
        {
            var current = new List<Word>();
            string? speaker = null;
            foreach (var entry in channel.OrderBy(entry => entry.Word.Start))
            {
                bool breaks = current.Count > 0 && (entry.Speaker != speaker || entry.Word.Start - current[^1].End > maxPause);
                if (breaks)
                {
                    turns.Add(new Turn(current) { Speaker = speaker, Channel = channel.Key });
                    current = [];
                }
                speaker = entry.Speaker;
                current.Add(entry.Word);
            }
            if (current.Count > 0)
            {
                turns.Add(new Turn(current) { Speaker = speaker, Channel = channel.Key });
            }
        }
        return [.. turns.OrderBy(turn => turn.Start)];
    }
}
