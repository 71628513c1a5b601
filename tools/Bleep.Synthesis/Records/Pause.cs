namespace Bleep.Synthesis.Records;

/// <summary>How a word is parted from the next one.</summary>
public enum Pause
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As at a comma.</summary>
    Comma,

    /// <summary>As at a full stop.</summary>
    Stop,

    /// <summary>As at a question mark, with a rising voice.</summary>
    Question,
}
