namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Something that was hidden.</summary>
/// <param name="Policy">The policy, or the label of the client's own rule.</param>
/// <param name="Start">When it begins, in milliseconds.</param>
/// <param name="End">When it ends, in milliseconds.</param>
/// <param name="Score">How sure detection is, 0 to 1.</param>
/// <param name="Recognizer">What found it.</param>
public sealed record RedactionResponse(string Policy, long Start, long End, double Score, string Recognizer);
