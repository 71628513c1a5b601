using Bleep.Transcripts;

namespace Bleep.Subtitles;

/// <summary>One caption.</summary>
/// <param name="Time">When it is shown.</param>
/// <param name="Lines">Its lines, at least one; none is empty.</param>
public sealed record Caption(TimeRange Time, IReadOnlyList<string> Lines);
