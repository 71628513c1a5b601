using Bleep.Pii.Detection;

namespace Bleep.Dialogues;

/// <summary>A span in the units of its turn: words, or Unicode code points of its text.</summary>
/// <param name="Start">First unit inside.</param>
/// <param name="End">First unit after.</param>
/// <param name="Span">The span as the detector gave it.</param>
public sealed record DialogueFinding(int Start, int End, PiiSpan Span);
