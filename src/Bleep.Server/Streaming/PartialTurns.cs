namespace Bleep.Server.Streaming;

/// <summary>What a client gets of turns that are not over yet.</summary>
internal enum PartialTurns
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>All words, private ones too.</summary>
    All,

    /// <summary>The words that cannot be private, nor become it.</summary>
    Redacted,
}
