namespace Bleep.Server.Webhooks;

/// <summary>What follows from an attempt.</summary>
public enum WebhookVerdict
{
    /// <summary>The receiver has it.</summary>
    Delivered,

    /// <summary>It is tried again.</summary>
    TryAgain,

    /// <summary>It is not tried again.</summary>
    GivenUp,
}
