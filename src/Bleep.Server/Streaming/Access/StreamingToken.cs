namespace Bleep.Server.Streaming.Access;

/// <summary>What a temporary token stands for.</summary>
/// <param name="KeyId">Id of the API key it was made with.</param>
/// <param name="MaxSession">Longest session.</param>
internal sealed record StreamingToken(string KeyId, TimeSpan MaxSession);
