using Bleep.Transcripts;

namespace Bleep.Outputs;

/// <summary>One finding without its text.</summary>
/// <param name="Time">From the first to the last of its words.</param>
/// <param name="Policy">Wire name of the policy, or the label of a term that the user named.</param>
/// <param name="Score">How sure the detector was, 0 to 1.</param>
/// <param name="Recognizer">Which recogniser found it.</param>
public sealed record Redaction(TimeRange Time, string Policy, double Score, string Recognizer);
