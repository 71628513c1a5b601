using Bleep.Pii.Detection;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>Turns findings over words into the times to mask.</summary>
public static class MaskTimeline
{
    /// <summary>Longest silence between two private words that is masked along with them.</summary>
    private static readonly TimeSpan s_bridgedPause = TimeSpan.FromSeconds(1);

    /// <summary>Time given to a word whose own times say nothing.</summary>
    private static readonly TimeSpan s_unknownLength = TimeSpan.FromMilliseconds(500);

    /// <summary>The time of one finding: from its first to its last word, pauses included, since wrongly heard words shift boundaries.</summary>
    /// <param name="turn">The raw turn of the finding.</param>
    /// <param name="words">Its words.</param>
    public static TimeRange TimeOf(Turn turn, WordRange words)
    {
        var range = TimeOf(turn, words.Start);
        for (int index = words.Start + 1; index < words.End; index++)
        {
            var next = TimeOf(turn, index);
            range = new TimeRange(next.Start < range.Start ? next.Start : range.Start, next.End > range.End ? next.End : range.End);
        }
        return range;
    }

    /// <summary>The times of all findings, with the short pauses between private neighbours.</summary>
    /// <param name="turns">The raw turns.</param>
    /// <param name="spans">The findings.</param>
    public static Timeline Of(IReadOnlyList<Turn> turns, IReadOnlyList<PiiSpan> spans)
    {
        var ranges = new List<TimeRange>(spans.Select(span => TimeOf(turns[span.Turn], span.Words)));
        foreach (var group in spans.GroupBy(span => span.Turn))
        {
            var turn = turns[group.Key];
            bool[] isPrivate = new bool[turn.Words.Count];
            foreach (var span in group)
            {
                isPrivate.AsSpan(span.Words.Start, span.Words.Length).Fill(true);
            }
            for (int index = 1; index < isPrivate.Length; index++)
            {
                var pause = new TimeRange(turn.Words[index - 1].End, turn.Words[index].Start);
                if (isPrivate[index - 1] && isPrivate[index] && pause.Duration <= s_bridgedPause)
                {
                    ranges.Add(pause);
                }
            }
        }
        return Timeline.Of(ranges);
    }

    private static TimeRange TimeOf(Turn turn, int index)
    {
        var time = turn.Words[index].Time;
        if (!time.IsEmpty)
        {
            return time;
        }
        // Some recognisers give no length: the word then lasts until the next one, or for a while.
        var limit = time.Start + s_unknownLength;
        var next = index + 1 < turn.Words.Count ? turn.Words[index + 1].Start : limit;
        return time with { End = next > time.Start && next < limit ? next : limit };
    }
}
