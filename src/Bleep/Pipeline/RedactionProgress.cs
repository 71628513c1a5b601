namespace Bleep.Pipeline;

/// <summary>How far a job is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Share">Share of this stage that is done, 0 to 1.</param>
public readonly record struct RedactionProgress(RedactionStage Stage, double Share);
