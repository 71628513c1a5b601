namespace Bleep.Server.Streaming.Messages;

/// <summary>Why there is no token.</summary>
/// <param name="Detail">One entry a wrong parameter.</param>
/// <param name="Error">The same as a sentence.</param>
public sealed record TokenErrorResponse(IReadOnlyList<TokenFault> Detail, string Error);
