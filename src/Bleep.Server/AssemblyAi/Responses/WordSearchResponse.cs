namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Where words were found.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="TotalCount">Sum of all counts.</param>
/// <param name="Matches">What was found, a term each.</param>
public sealed record WordSearchResponse(string Id, int TotalCount, IReadOnlyList<WordSearchMatch> Matches);
