namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>What one speaker says in one go.</summary>
/// <param name="Text">The words joined by blanks.</param>
/// <param name="Start">When the first word begins, in milliseconds.</param>
/// <param name="End">When the last word ends, in milliseconds.</param>
/// <param name="Confidence">Mean of the words, 0 to 1.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Channel">The channel's number as text, or null.</param>
/// <param name="Words">The words.</param>
public sealed record UtteranceResponse(
    string Text, long Start, long End, double Confidence, string? Speaker, string? Channel, IReadOnlyList<WordResponse> Words);
