namespace Bleep.Server.Webhooks;

/// <summary>What a webhook call tells.</summary>
public enum WebhookKind
{
    /// <summary>The redacted sound is ready, or failed. Goes out first.</summary>
    Audio,

    /// <summary>The transcript is over. Goes out when the first attempt of the audio call has ended.</summary>
    Transcript,
}
