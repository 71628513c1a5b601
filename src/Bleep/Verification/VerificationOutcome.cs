namespace Bleep.Verification;

/// <summary>What listening to a result showed.</summary>
public enum VerificationOutcome
{
    /// <summary>Nothing private was heard, and other words were: the listening worked.</summary>
    Good,

    /// <summary>Something private is left.</summary>
    Leak,

    /// <summary>Nothing was heard anywhere, so that nothing is proved.</summary>
    CannotJudge,
}
