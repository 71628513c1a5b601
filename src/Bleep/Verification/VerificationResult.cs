namespace Bleep.Verification;

/// <summary>The verdict on one result.</summary>
/// <param name="Outcome">What listening showed.</param>
/// <param name="Leaks">What is left, in the order of time; empty unless there is a leak.</param>
/// <param name="Checked">Number of private stretches that were looked at.</param>
/// <param name="WordsHeard">Number of words heard in and around them.</param>
public sealed record VerificationResult(VerificationOutcome Outcome, IReadOnlyList<Leak> Leaks, int Checked, int WordsHeard)
{
    /// <summary>Why nothing could be judged, as a sentence; null unless that is the outcome.</summary>
    public string? Reason { get; init; }
}
