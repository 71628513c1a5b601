namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Where a page stands among all.</summary>
/// <param name="Limit">Most transcripts of a page.</param>
/// <param name="ResultCount">Transcripts of this page.</param>
/// <param name="CurrentUrl">Address of this page.</param>
/// <param name="PrevUrl">Address of the page with older transcripts, or null when there are none.</param>
/// <param name="NextUrl">Address of the page with newer transcripts, or null when there are none.</param>
public sealed record PageDetails(int Limit, int ResultCount, string CurrentUrl, string? PrevUrl, string? NextUrl);
