namespace Bleep.Evaluation;

/// <summary>A share with its 95 % bootstrap interval; NaN where there is nothing to take a share of.</summary>
/// <param name="Value">The share, 0 to 1.</param>
/// <param name="Low">Lower end, the 2.5th percentile.</param>
/// <param name="High">Upper end, the 97.5th percentile.</param>
public readonly record struct Interval(double Value, double Low, double High);
