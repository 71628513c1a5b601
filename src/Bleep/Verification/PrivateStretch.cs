using Bleep.Transcripts;

namespace Bleep.Verification;

/// <summary>A stretch of the original that must not be heard in the result.</summary>
/// <param name="Policy">Wire name of its policy.</param>
/// <param name="Time">Where it is.</param>
/// <param name="Words">The original's words there, with their times; empty where only its time is known.</param>
public sealed record PrivateStretch(string Policy, TimeRange Time, IReadOnlyList<Word> Words);
