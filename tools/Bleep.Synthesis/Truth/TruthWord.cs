using Bleep.Transcripts;

namespace Bleep.Synthesis.Truth;

/// <summary>A word that was said.</summary>
/// <param name="Text">Lower case, as a recogniser would write it.</param>
/// <param name="Time">When it was said.</param>
/// <param name="Speaker"><c>agent</c> or <c>caller</c>.</param>
/// <param name="Channel">1-based channel of a recording with one speaker a channel, else null.</param>
/// <param name="Turn">Index of the turn.</param>
public sealed record TruthWord(string Text, TimeRange Time, string Speaker, int? Channel, int Turn);
