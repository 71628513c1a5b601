namespace Bleep.Evaluation;

/// <summary>What detection got wrong.</summary>
public enum EvaluationErrorKind
{
    /// <summary>Private tokens were left to read.</summary>
    Leak,

    /// <summary>Tokens that are not private were covered.</summary>
    OverRedaction,
}
