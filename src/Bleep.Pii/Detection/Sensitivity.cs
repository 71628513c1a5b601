namespace Bleep.Pii.Detection;

/// <summary>How much doubt is enough to redact.</summary>
public enum Sensitivity
{
    /// <summary>Only what is quite sure: the transcript stays as readable as can be. No answer is redacted for its question alone.</summary>
    Readable,

    /// <summary>The default: what is more likely private than not, and answers to questions even when they were misheard.</summary>
    Balanced,

    /// <summary>Whatever may be private; some harmless words go too.</summary>
    Strict,
}
