namespace Bleep.Server.Streaming.Messages;

/// <summary>The first message of a session.</summary>
/// <param name="Id">Id of the session.</param>
/// <param name="ExpiresAt">When it must end, in Unix seconds.</param>
public sealed record BeginMessage(string Id, long ExpiresAt)
{
    /// <summary>Always <c>Begin</c>.</summary>
    public string Type { get; } = "Begin";

    /// <summary>What serves; only for clients that name a version of the interface.</summary>
    public SessionConfiguration? Configuration { get; init; }
}
