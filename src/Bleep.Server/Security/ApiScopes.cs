namespace Bleep.Server.Security;

/// <summary>What a key may be used for. Scopes stand side by side: none includes another.</summary>
[Flags]
public enum ApiScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Uploads and transcripts of its own.</summary>
    Transcripts = 1,

    /// <summary>What concerns the whole server.</summary>
    Admin = 2,

    /// <summary>Reading the metrics.</summary>
    Metrics = 4,

    /// <summary>All of them.</summary>
    All = Transcripts | Admin | Metrics,
}
