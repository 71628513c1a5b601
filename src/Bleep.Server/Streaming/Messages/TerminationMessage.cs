namespace Bleep.Server.Streaming.Messages;

/// <summary>The last message of a session that ended well.</summary>
/// <param name="AudioDurationSeconds">Length of the audio, rounded up.</param>
/// <param name="SessionDurationSeconds">Length of the session, rounded up.</param>
public sealed record TerminationMessage(long AudioDurationSeconds, long SessionDurationSeconds)
{
    /// <summary>Always <c>Termination</c>.</summary>
    public string Type { get; } = "Termination";
}
