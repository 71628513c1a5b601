namespace Bleep.Verification;

/// <summary>What the outcomes are called in files and on the command line.</summary>
public static class VerdictNames
{
    /// <summary>The name of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Of(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Good => "good",
        VerificationOutcome.Leak => "leak",
        _ => "cannot_judge",
    };
}
