namespace Bleep.Evaluation;

/// <summary>One stretch that detection got wrong. Holds text of the gold file, for the eyes of whoever measures.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Dialogue">The dialogue's name, or its number in the file.</param>
/// <param name="Turn">Index of the turn.</param>
/// <param name="Policy">The gold policy of a leak, the found policy of an over-redaction.</param>
/// <param name="Group">The gold span's group, or null.</param>
/// <param name="Tokens">Number of tokens got wrong.</param>
/// <param name="Before">Text of the turn before the stretch.</param>
/// <param name="Text">The stretch.</param>
/// <param name="After">Text of the turn after the stretch.</param>
public sealed record EvaluationError(
    EvaluationErrorKind Kind, string Dialogue, int Turn, string Policy, string? Group, int Tokens, string Before, string Text, string After);
