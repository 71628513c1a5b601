using Bleep.Pipeline;
using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>Tells how much of a recording is speech, by the words that were recognised.</summary>
public static class SpeechShare
{
    /// <summary>A pause between words this short belongs to the speech.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The share of the time in which somebody speaks; who speaks at the same time in several channels counts once.</summary>
    /// <param name="transcript">The raw words and the length of the recording.</param>
    /// <param name="window">The only part that was listened to, or null for all.</param>
    /// <returns>0 to 1; 0 for a recording without length.</returns>
    public static double Of(Transcript transcript, RecordingWindow? window = null)
    {
        var whole = new TimeRange(TimeSpan.Zero, transcript.Duration);
        var part = window is null ? whole : whole.Intersect(window.Range);
        if (part.IsEmpty)
        {
            return 0;
        }
        var halfPause = s_pause / 2;
        var words = Timeline.Of(transcript.Turns.SelectMany(turn => turn.Words).Select(word => word.Time));
        // Made longer and shorter again, neighbours have grown together.
        var speech = Timeline.Of(words.Pad(halfPause).Ranges.Select(range => Shrink(range, words, halfPause)));
        return Math.Clamp(speech.Clip(part).Total / part.Duration, 0, 1);
    }

    // Not before the first word: padding stops at zero.
    private static TimeRange Shrink(TimeRange range, Timeline words, TimeSpan by)
    {
        var start = range.Start == TimeSpan.Zero ? words.Ranges[0].Start : range.Start + by;
        return new TimeRange(start, range.End - by);
    }
}
