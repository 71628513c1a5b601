namespace Bleep.Evaluation;

/// <summary>Names a row of the figures.</summary>
/// <param name="Group">Group of gold spans, or null for those without one.</param>
/// <param name="Policy">Wire name of a policy, or null for all requested policies together.</param>
public readonly record struct EvaluationKey(string? Group, string? Policy);
