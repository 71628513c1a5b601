namespace Bleep.Server.Storage;

/// <summary>What an object is; each kind is a folder or a prefix of its own.</summary>
public enum BlobKind
{
    /// <summary>A recording as a client uploaded it; sealed.</summary>
    Upload,

    /// <summary>The result of a job: transcript, audit, and unredacted text where it was asked for; sealed.</summary>
    Result,

    /// <summary>Redacted sound, as it is handed out.</summary>
    Audio,

    /// <summary>A redacted video, as it is handed out.</summary>
    Video,
}
