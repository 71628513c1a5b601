using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>Something private that is still to be heard; without its text.</summary>
/// <param name="Policy">Wire name of the policy.</param>
/// <param name="Time">Where it is.</param>
/// <param name="Evidence">How it was noticed.</param>
public sealed record Leak(string Policy, TimeRange Time, LeakEvidence Evidence);
