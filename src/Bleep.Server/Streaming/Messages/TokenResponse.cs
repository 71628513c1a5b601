namespace Bleep.Server.Streaming.Messages;

/// <summary>A temporary token.</summary>
/// <param name="Token">The token.</param>
/// <param name="ExpiresInSeconds">How long it can be used to connect.</param>
public sealed record TokenResponse(string Token, int ExpiresInSeconds);
