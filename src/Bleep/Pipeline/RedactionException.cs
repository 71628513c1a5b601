namespace Bleep.Pipeline;

/// <summary>A recording cannot be redacted for a reason that lies in what was given. The message is one line without content.</summary>
public sealed class RedactionException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RedactionException(string message) : base(message)
    {
    }
}
