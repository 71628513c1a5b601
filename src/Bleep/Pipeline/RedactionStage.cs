namespace Bleep.Pipeline;

/// <summary>What a job is doing.</summary>
public enum RedactionStage
{
    /// <summary>The input is opened and checked.</summary>
    Opening,

    /// <summary>The words are recognised.</summary>
    Listening,

    /// <summary>Personal data is looked for in the words.</summary>
    Detecting,

    /// <summary>The sound is masked and encoded.</summary>
    Masking,

    /// <summary>The result is listened to.</summary>
    Verifying,

    /// <summary>The outputs are written.</summary>
    Writing,
}
