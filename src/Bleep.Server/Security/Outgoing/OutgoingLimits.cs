namespace Bleep.Server.Security.Outgoing;

/// <summary>How long a fetch may take, and how far it may be sent on.</summary>
internal sealed record OutgoingLimits
{
    /// <summary>Until a connection stands, name look-up included; default 15 s.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Until the head of the answer is here, redirects and connecting included; default 60 s.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Without a byte; default 30 s.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the whole content; default 2 h.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Most redirects; default 5.</summary>
    public int Redirects { get; init; } = 5;
}
