namespace Bleep.Training.Tagger;

/// <summary>Turns that belong together.</summary>
/// <param name="Source">Where they come from, for the scores.</param>
/// <param name="IsSpoken">True when they are written as a recogniser writes.</param>
/// <param name="Turns">The turns in order.</param>
internal sealed record LabelledDocument(string Source, bool IsSpoken, IReadOnlyList<LabelledText> Turns);
