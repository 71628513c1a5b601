namespace Bleep.Training.Tagger;

/// <summary>One turn with its names; what no range covers is no name.</summary>
/// <param name="Text">The text.</param>
/// <param name="Ranges">The names in order, not overlapping.</param>
internal sealed record LabelledText(string Text, IReadOnlyList<LabelledRange> Ranges);
