namespace Bleep.Server.Jobs;

/// <summary>Where a transcript stands. It only ever moves down this list, and ends in one of the last two once.</summary>
public enum TranscriptStatus
{
    /// <summary>Accepted; waits for its turn.</summary>
    Queued,

    /// <summary>Being worked on.</summary>
    Processing,

    /// <summary>Done; its result can be read.</summary>
    Completed,

    /// <summary>It could not be done; the error says why.</summary>
    Error,
}
