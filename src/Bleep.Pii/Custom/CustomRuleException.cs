namespace Bleep.Pii.Custom;

/// <summary>Rules of the user's own cannot be followed on this text, so it stays unredacted and must not be shown. The message holds no content.</summary>
public sealed class CustomRuleException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do, one line without content.</param>
    public CustomRuleException(string message) : base(message)
    {
    }
}
