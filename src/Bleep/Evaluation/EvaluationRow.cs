namespace Bleep.Evaluation;

/// <summary>The figures of one policy, or of all together.</summary>
/// <param name="Key">Which group and policy.</param>
/// <param name="GoldTokens">Number of gold tokens.</param>
/// <param name="Leak">Share of gold tokens that no requested policy covers.</param>
/// <param name="Recall">Share of gold tokens covered under their own policy; for all together, under any.</param>
/// <param name="Precision">Share of covered tokens that are gold of the same policy; for all together, of any.</param>
/// <param name="OverRedaction">Share of the tokens that are not private that this policy covers.</param>
/// <param name="F1">Harmonic mean of precision and recall.</param>
/// <param name="F2">The same with recall weighted twice.</param>
public sealed record EvaluationRow(
    EvaluationKey Key, long GoldTokens, Interval Leak, Interval Recall, Interval Precision, Interval OverRedaction, double F1, double F2);
