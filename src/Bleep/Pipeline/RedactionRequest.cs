using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>One recording to redact.</summary>
/// <param name="InputPath">Path of the recording.</param>
/// <param name="OutputFolder">Folder for the outputs; made where it is missing.</param>
/// <param name="OutputName">What the outputs' names begin with.</param>
public sealed record RedactionRequest(string InputPath, string OutputFolder, string OutputName)
{
    /// <summary>The words of the recording where the user gave them; null lets the engine listen.</summary>
    public Transcript? Transcript { get; init; }
}
