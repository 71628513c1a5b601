using System.Diagnostics;

namespace Bleep.Server.Jobs;

/// <summary>What the database knows of a transcript.</summary>
[DebuggerDisplay("{Id} {Status}")]
public sealed record TranscriptRecord
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Place in the order of submission; grows.</summary>
    public required long Sequence { get; init; }

    /// <summary>Id of the key it belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it stands.</summary>
    public required TranscriptStatus Status { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempt { get; init; }

    /// <summary>What was asked for; null once it is deleted.</summary>
    public StoredRequest? Request { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public JobFailure? Failure { get; init; }

    /// <summary>Where its redacted media stands.</summary>
    public MediaState Media { get; init; }

    /// <summary>When its redacted media is removed; null without any.</summary>
    public DateTimeOffset? MediaUntil { get; init; }

    /// <summary>HTTP status that the receiver of the transcript webhook answered last; null before, or where it did not answer.</summary>
    public int? WebhookStatus { get; init; }

    /// <summary>True once the client deleted it.</summary>
    public bool IsDeleted { get; init; }
}
