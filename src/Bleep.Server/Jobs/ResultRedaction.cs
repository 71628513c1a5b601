namespace Bleep.Server.Jobs;

/// <summary>Something that was hidden; never its text.</summary>
/// <param name="Policy">Wire name of the policy or label of the client's own rule.</param>
/// <param name="StartMs">When it begins, in milliseconds.</param>
/// <param name="EndMs">When it ends.</param>
/// <param name="Score">How sure detection is, 0 to 1.</param>
/// <param name="Recognizer">What found it.</param>
public sealed record ResultRedaction(string Policy, long StartMs, long EndMs, double Score, string Recognizer);
