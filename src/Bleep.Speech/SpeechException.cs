namespace Bleep.Speech;

/// <summary>Speech could not be recognised. The message is one line for the user: what failed and what to do; never any spoken text.</summary>
public sealed class SpeechException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">Why it failed.</param>
    /// <param name="message">One line: what failed and what to do next; no private text.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public SpeechException(SpeechErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Why it failed.</summary>
    public SpeechErrorKind Kind { get; }

    /// <summary>True when the machine lacks something that can be installed.</summary>
    public bool IsMissingSoftware => Kind is SpeechErrorKind.EngineMissing or SpeechErrorKind.ModelMissing;
}
