namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A transcript in sentences.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="Confidence">Mean of all words; 0 without any.</param>
/// <param name="AudioDuration">Length of the recording in whole seconds.</param>
/// <param name="Sentences">The sentences.</param>
/// <param name="SpeechModelUsed">Engine and model.</param>
public sealed record SentencesResponse(
    string Id, double Confidence, long AudioDuration, IReadOnlyList<SentenceResponse> Sentences, string? SpeechModelUsed);
