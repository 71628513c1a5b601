using Bleep.Server.Webhooks;

namespace Bleep.Server.Jobs;

/// <summary>Makes up the calls that tell a job's end, in the words of the face it came through.</summary>
public interface IJobAnnouncer
{
    /// <summary>The calls, in the order they are to go out; none without a webhook.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="outcome">How it ended.</param>
    IReadOnlyList<WebhookCall> CallsFor(TranscriptRecord transcript, JobOutcome outcome);
}
