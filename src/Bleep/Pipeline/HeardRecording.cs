using Bleep.Transcripts;

namespace Bleep.Pipeline;

/// <summary>What was said in a recording, unredacted, and who says so. It is private.</summary>
/// <param name="Transcript">The raw words; inside the window where there is one.</param>
/// <param name="EngineName">Name of the engine, or <see cref="Outputs.Audit.GivenTranscript"/> where the user gave the words.</param>
public sealed record HeardRecording(Transcript Transcript, string EngineName)
{
    /// <summary>The engine's model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>What the engine could not honour, each one sentence without private text.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
