using System.Text;
using Bleep.Pii.Detection;

namespace Bleep.Benchmarks.Texts;

/// <summary>Documents of one kind that detection runs over.</summary>
/// <param name="Name">What kind they are.</param>
/// <param name="Documents">Each the turns of a dialogue, or one turn that is a whole document.</param>
internal sealed record BenchmarkText(string Name, IReadOnlyList<IReadOnlyList<TextTurn>> Documents)
{
    /// <summary>Length of all turns in UTF-8.</summary>
    public long Bytes { get; } = Documents.Sum(turns => turns.Sum(turn => (long)Encoding.UTF8.GetByteCount(turn.Text)));
}
