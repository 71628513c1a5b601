namespace Bleep.Outputs;

/// <summary>A file is no transcript. The message says what is wrong with its shape and holds nothing of its content.</summary>
public sealed class TranscriptReadException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, one line, without content.</param>
    public TranscriptReadException(string message) : base(message)
    {
    }
}
