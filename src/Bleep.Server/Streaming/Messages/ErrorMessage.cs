namespace Bleep.Server.Streaming.Messages;

/// <summary>The last message of a session that ended badly.</summary>
/// <param name="ErrorCode">The code that the socket is closed with, too.</param>
/// <param name="Error">What is wrong.</param>
public sealed record ErrorMessage(int ErrorCode, string Error)
{
    /// <summary>Always <c>Error</c>.</summary>
    public string Type { get; } = "Error";
}
