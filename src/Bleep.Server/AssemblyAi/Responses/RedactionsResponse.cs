namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>What was hidden in a transcript; never its text.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="Redactions">What was hidden, in the order of time.</param>
public sealed record RedactionsResponse(string Id, IReadOnlyList<RedactionResponse> Redactions);
