using Bleep.Outputs;

namespace Bleep.Documents;

/// <summary>A transcript that was given, with nothing private left.</summary>
/// <param name="Recording">The redacted turns, and findings with their times.</param>
/// <param name="Findings">
/// What was replaced, placed in the words that were given: indexes in <see cref="Transcripts.Transcript.Words"/>, the words by their start.
/// </param>
public sealed record RedactedTranscript(RedactedRecording Recording, IReadOnlyList<TextFinding> Findings);
