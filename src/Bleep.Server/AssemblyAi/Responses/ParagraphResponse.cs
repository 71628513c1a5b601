namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words joined by blanks.</param>
/// <param name="Start">When it begins, in milliseconds.</param>
/// <param name="End">When it ends, in milliseconds.</param>
/// <param name="Confidence">Mean of the words, 0 to 1.</param>
/// <param name="Words">The words.</param>
public sealed record ParagraphResponse(string Text, long Start, long End, double Confidence, IReadOnlyList<WordResponse> Words);
