namespace Bleep.Server.AssemblyAi.Responses;

/// <summary>Something hidden in a text or in words.</summary>
/// <param name="Policy">The policy, or the label of the client's own rule.</param>
/// <param name="Start">First character of the text sent (Unicode code points), or first word.</param>
/// <param name="End">First character or word after it.</param>
/// <param name="Score">How sure detection is, 0 to 1.</param>
/// <param name="Recognizer">What found it.</param>
public sealed record TextSpanResponse(string Policy, int Start, int End, double Score, string Recognizer);
