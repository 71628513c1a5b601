namespace Bleep.Server.Jobs;

/// <summary>How an attempt ended: with a result that is stored already, or with a failure.</summary>
/// <param name="Failure">Why there is no result; null when there is one.</param>
/// <param name="Media">Where redacted media stands.</param>
/// <param name="MediaUntil">When it is to be removed; null without any.</param>
public sealed record JobOutcome(JobFailure? Failure, MediaState Media, DateTimeOffset? MediaUntil)
{
    /// <summary>Duration of the recording; zero without a result.</summary>
    public TimeSpan Duration { get; init; }
}
