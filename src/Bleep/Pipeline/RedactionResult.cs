using Bleep.Outputs;
using Bleep.Verification;

namespace Bleep.Pipeline;

/// <summary>What became of one recording.</summary>
/// <param name="Files">Full paths of the outputs.</param>
/// <param name="Audit">What was done.</param>
/// <param name="Warnings">What could not be honoured, each one sentence without private text.</param>
public sealed record RedactionResult(IReadOnlyList<string> Files, Audit Audit, IReadOnlyList<string> Warnings)
{
    /// <summary>Path of the redacted media, or null where none was written.</summary>
    public string? MediaPath { get; init; }

    /// <summary>What listening to the result showed, or null where it was not asked for. Unless it is good no media is published.</summary>
    public VerificationResult? Verification { get; init; }
}
