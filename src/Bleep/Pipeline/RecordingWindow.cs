using System.Diagnostics.CodeAnalysis;
using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>
/// The part of a recording that is worked on. Only it is listened to; its words keep the times of the whole recording. What lies outside
/// was not listened to, so nobody knows what is said there: in redacted media all of it is masked, with silence.
/// </summary>
public sealed class RecordingWindow
{
    /// <summary>No recording is this long: what is masked up to here is masked to its end.</summary>
    private static readonly TimeSpan s_endOfTime = TimeSpan.FromDays(365);

    private RecordingWindow(TimeRange range) => Range = range;

    /// <summary>The time of the window; an open end lies far behind the end of any recording.</summary>
    public TimeRange Range { get; }

    /// <summary>The window as the set of its instants.</summary>
    public Timeline Inside => Timeline.Of([Range]);

    /// <summary>Everything else, from zero to far behind the end of any recording.</summary>
    public Timeline Outside => Inside.Complement(new TimeRange(TimeSpan.Zero, s_endOfTime));

    /// <summary>Makes a window of whole milliseconds.</summary>
    /// <param name="startMs">First millisecond inside; null is the start of the recording.</param>
    /// <param name="endMs">First millisecond after; null is the end of the recording.</param>
    /// <param name="window">The window.</param>
    /// <param name="error">What is wrong, in one sentence.</param>
    /// <returns>True when the numbers make a window: neither is negative, the start lies before the end.</returns>
    public static bool TryCreate(
        long? startMs, long? endMs, [NotNullWhen(true)] out RecordingWindow? window, [NotNullWhen(false)] out string? error)
    {
        long mostMs = (long)s_endOfTime.TotalMilliseconds;
        long start = Math.Min(startMs ?? 0, mostMs);
        long end = Math.Min(endMs ?? mostMs, mostMs);
        error = start < 0 || end < 0 ? "The window may not begin or end before the recording."
            : start >= end ? "The window must begin before it ends."
            : null;
        window = error is null ? new RecordingWindow(TimeRange.FromMilliseconds(start, end)) : null;
        return error is null;
    }

    /// <summary>The transcript without the words that lie wholly outside.</summary>
    /// <param name="transcript">A transcript of the whole recording.</param>
    public Transcript Clip(Transcript transcript) => transcript with
    {
        Turns =
        [
            .. transcript.Turns.Select(turn => turn with { Words = [.. turn.Words.Where(IsTouched)] }).Where(turn => turn.Words.Count > 0),
        ],
    };

    private bool IsTouched(Word word) => word.Start < Range.End && (word.End > Range.Start || word.Start >= Range.Start);
}
