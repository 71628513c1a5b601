namespace Bleep.Evaluation;

/// <summary>The figures of a whole gold file.</summary>
/// <param name="Dialogues">Number of dialogues.</param>
/// <param name="OrdinaryTokens">Number of tokens that are not private.</param>
/// <param name="Rows">All groups, in each the row of all policies first, then the policies by name.</param>
/// <param name="Errors">The worst cases asked for, worst first.</param>
public sealed record EvaluationReport(
    int Dialogues, long OrdinaryTokens, IReadOnlyList<EvaluationRow> Rows, IReadOnlyList<EvaluationError> Errors);
