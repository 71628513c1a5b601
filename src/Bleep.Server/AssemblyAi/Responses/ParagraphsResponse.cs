namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A transcript in paragraphs.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="Confidence">Mean of all words; 0 without any.</param>
/// <param name="AudioDuration">Length of the recording in whole seconds.</param>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="SpeechModelUsed">Engine and model.</param>
public sealed record ParagraphsResponse(
    string Id, double Confidence, long AudioDuration, IReadOnlyList<ParagraphResponse> Paragraphs, string? SpeechModelUsed);
