namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>What else there is to say of a transcript.</summary>
/// <param name="DomainUsed">Always null.</param>
/// <param name="Warning">The first warning, or null.</param>
/// <param name="Warnings">What of the request could not be honoured.</param>
public sealed record MetadataResponse(string? DomainUsed, string? Warning, IReadOnlyList<WarningResponse> Warnings);
