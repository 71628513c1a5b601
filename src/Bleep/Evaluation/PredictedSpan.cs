namespace Bleep.Evaluation;

/// <summary>A stretch of a turn that detection found, in the turn's own units (words, or code points of its text).</summary>
/// <param name="Start">First unit inside.</param>
/// <param name="End">First unit after.</param>
/// <param name="Policy">Wire name of the policy.</param>
public readonly record struct PredictedSpan(int Start, int End, string Policy);
