namespace Bleep.Server.Jobs;

/// <summary>A page of transcripts, newest first.</summary>
/// <param name="Transcripts">The rows.</param>
/// <param name="HasOlder">True when older ones match too.</param>
/// <param name="HasNewer">True when newer ones match too.</param>
public sealed record TranscriptPage(IReadOnlyList<TranscriptRecord> Transcripts, bool HasOlder, bool HasNewer);
