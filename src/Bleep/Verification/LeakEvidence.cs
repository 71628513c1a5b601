namespace Bleep.Verification;

/// <summary>How a leak was noticed.</summary>
public enum LeakEvidence
{
    /// <summary>The recogniser heard the private words in the result.</summary>
    Heard,

    /// <summary>The sound of the original is in the result where it should be masked.</summary>
    Sound,

    /// <summary>Detection found personal data in what was heard.</summary>
    Detected,
}
