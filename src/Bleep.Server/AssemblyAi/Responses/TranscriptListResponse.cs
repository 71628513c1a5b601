namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A page of transcripts, newest first.</summary>
/// <param name="PageDetails">Where the page stands.</param>
/// <param name="Transcripts">Its transcripts.</param>
public sealed record TranscriptListResponse(PageDetails PageDetails, IReadOnlyList<TranscriptListItem> Transcripts);
