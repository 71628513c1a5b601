using Bleep.Transcripts;

namespace Bleep.Views;

/// <summary>Personal data that was found.</summary>
/// <param name="Policy">Wire name of the policy, one of the 65.</param>
/// <param name="Text">Its words as the turns show them, without punctuation at the ends: redacted in redacted turns.</param>
/// <param name="Time">From the start of its first to the end of its last word.</param>
public sealed record Entity(string Policy, string Text, TimeRange Time);
