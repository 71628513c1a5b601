using Bleep.Pii.Languages;

namespace Bleep.Pii.Dialogue;

/// <summary>A value that a turn is expected to give.</summary>
/// <param name="Cue">What was asked for.</param>
/// <param name="AskedInTurn">The turn that asked.</param>
/// <param name="Distance">The number of this turn among those that said something since the question; 1 is the first.</param>
/// <param name="IsSpelling">True when letters were asked for.</param>
internal readonly record struct Expectation(Cue Cue, int AskedInTurn, int Distance, bool IsSpelling);
