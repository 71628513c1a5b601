using Bleep.Media.Waveforms;
using Bleep.Outputs;
using Bleep.Pii.Redaction;

namespace Bleep.Reports;

/// <summary>Everything a report shows. Nothing in it is unredacted.</summary>
/// <param name="Name">Name of the outputs.</param>
/// <param name="Audit">What was done.</param>
/// <param name="Turns">The redacted turns.</param>
public sealed record ReportModel(string Name, Audit Audit, IReadOnlyList<RedactedTurn> Turns)
{
    /// <summary>Outline of the masked sound; null where no media was written.</summary>
    public WaveformPeaks? Peaks { get; init; }

    /// <summary>The masked media; null where none was written.</summary>
    public ReportMedia? Media { get; init; }
}
