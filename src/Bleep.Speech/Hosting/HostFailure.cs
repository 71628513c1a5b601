namespace Bleep.Speech.Hosting;

/// <summary>An engine host came to a bad end: it can do no more work, but another one may do the same work.</summary>
internal sealed class HostFailure : Exception
{
    /// <summary>Makes the failure.</summary>
    /// <param name="kind">How the host ended.</param>
    /// <param name="message">What happened to the host, as a clause for a longer sentence.</param>
    public HostFailure(SpeechErrorKind kind, string message)
        : base(message) => Kind = kind;

    /// <summary>How the host ended.</summary>
    public SpeechErrorKind Kind { get; }
}
