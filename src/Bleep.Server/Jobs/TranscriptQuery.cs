namespace Bleep.Server.Jobs;

/// <summary>A page of an owner's transcripts.</summary>
/// <param name="Owner">Id of the key.</param>
/// <param name="Limit">Most rows of the page.</param>
public sealed record TranscriptQuery(string Owner, int Limit)
{
    /// <summary>Only these; null for all.</summary>
    public TranscriptStatus? Status { get; init; }

    /// <summary>Only those accepted on this day (UTC); null for all.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>Only those older than this one; null for all.</summary>
    public Guid? Before { get; init; }

    /// <summary>Only those newer than this one, and of these the nearest to it; null for all.</summary>
    public Guid? After { get; init; }
}
