namespace Bleep.Server.Streaming.Messages;

/// <summary>Somebody began to speak.</summary>
/// <param name="Timestamp">When, in milliseconds of the session's audio.</param>
public sealed record SpeechStartedMessage(long Timestamp)
{
    /// <summary>Always <c>SpeechStarted</c>.</summary>
    public string Type { get; } = "SpeechStarted";
}
