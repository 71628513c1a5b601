namespace Bleep.Server.Jobs;

/// <summary>Where the redacted sound or video of a transcript stands.</summary>
public enum MediaState
{
    /// <summary>None was asked for.</summary>
    None,

    /// <summary>It is being made.</summary>
    Pending,

    /// <summary>It can be fetched.</summary>
    Ready,

    /// <summary>Nobody speaks in the recording and no media was asked for in that case.</summary>
    Silent,

    /// <summary>It could not be made.</summary>
    Failed,

    /// <summary>It was there and is removed: its time is over, or the transcript was deleted.</summary>
    Gone,
}
