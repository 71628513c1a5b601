using System.Text.Json;

namespace Bleep.Server.Jobs;

/// <summary>What is kept, sealed, of a request: the work to do and what its face answers with.</summary>
public sealed record StoredRequest
{
    /// <summary>The work; null once the job has ended, since it holds the client's private terms.</summary>
    public JobRequest? Work { get; init; }

    /// <summary>Where the job's end is told; null without a webhook and once the calls are made up.</summary>
    public WebhookTarget? Webhook { get; init; }

    /// <summary>The request as the face that took it echoes it.</summary>
    public required JsonElement Echo { get; init; }
}
