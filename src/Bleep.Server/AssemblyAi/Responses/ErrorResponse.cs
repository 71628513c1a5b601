namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>What every error is answered with.</summary>
/// <param name="Error">What is wrong.</param>
public sealed record ErrorResponse(string Error);
