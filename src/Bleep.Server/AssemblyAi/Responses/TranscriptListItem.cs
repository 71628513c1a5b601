namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A transcript of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResourceUrl">Where it can be read.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Created">When it was accepted, ISO 8601 in UTC.</param>
/// <param name="Completed">When it ended; null before.</param>
/// <param name="AudioUrl">The recording's address.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
public sealed record TranscriptListItem(
    string Id, string ResourceUrl, string Status, string Created, string? Completed, string AudioUrl, string? Error);
