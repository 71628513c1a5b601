namespace Bleep.Dialogues;

/// <summary>A line is not a dialogue. The message says what is wrong with its shape and holds nothing of its content.</summary>
public sealed class DialogueFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, one line, without content of the line.</param>
    public DialogueFormatException(string message) : base(message)
    {
    }
}
