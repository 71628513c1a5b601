namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A sentence.</summary>
/// <param name="Text">Its words joined by blanks.</param>
/// <param name="Start">When it begins, in milliseconds.</param>
/// <param name="End">When it ends, in milliseconds.</param>
/// <param name="Confidence">Mean of the words, 0 to 1.</param>
/// <param name="Words">The words.</param>
/// <param name="Channel">The channel's number as text, or null.</param>
/// <param name="Speaker">Who speaks, or null.</param>
public sealed record SentenceResponse(
    string Text, long Start, long End, double Confidence, IReadOnlyList<WordResponse> Words, string? Channel, string? Speaker);
