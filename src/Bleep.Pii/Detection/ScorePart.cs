namespace Bleep.Pii.Detection;

/// <summary>One reason of a span's score. It never holds words of the transcript.</summary>
/// <param name="Name">What spoke for or against the span: <c>base</c>, <c>luhn</c>, <c>cue</c>, <c>tagger</c>…</param>
/// <param name="Value">How much it added; below zero when it spoke against.</param>
public readonly record struct ScorePart(string Name, double Value);
