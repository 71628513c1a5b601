using Bleep.Pii.Languages;

namespace Bleep.Pii.Dialogue;

/// <summary>A cue in the document and where its value may stand in the same turn.</summary>
/// <param name="Start">First token of the cue.</param>
/// <param name="End">Token after the cue.</param>
/// <param name="ValueStart">First token that may belong to the value; the turn's end when nothing follows.</param>
/// <param name="Cue">What is announced.</param>
/// <param name="IsLeadIn">True when the value must follow ('my name is'), false for a topic ('account number').</param>
/// <param name="HasCopula">True when a word like 'is' stands between the cue and the value.</param>
/// <param name="IsQuestion">True when the turn asks for the value.</param>
internal readonly record struct CueHit(
    int Start, int End, int ValueStart, Cue Cue, bool IsLeadIn, bool HasCopula, bool IsQuestion);
