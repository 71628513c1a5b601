using Bleep.Transcripts;

namespace Bleep.Synthesis.Truth;

/// <summary>A stretch of the recording in which something private is said.</summary>
/// <param name="Policy">Wire name of the policy.</param>
/// <param name="Time">From the start of its first word to the end of its last.</param>
/// <param name="Text">The words.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Channel">1-based channel of a recording with one speaker a channel, else null.</param>
/// <param name="Words">Its words among all words of the recording.</param>
/// <param name="Optional">True when hiding it counts neither way.</param>
public sealed record TruthInterval(
    string Policy, TimeRange Time, string Text, string Speaker, int? Channel, WordRange Words, bool Optional);
