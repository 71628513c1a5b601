namespace Bleep.Evaluation;

/// <summary>What one dialogue adds to the figures: the unit that the bootstrap draws.</summary>
internal sealed class DialogueCounts
{
    /// <summary>Tokens with no gold span, optional span or unlabelled range.</summary>
    public long Ordinary { get; set; }

    /// <summary>Counts per row of the table.</summary>
    public Dictionary<EvaluationKey, TokenCounts> Rows { get; } = [];

    /// <summary>Counts of one row, to change in place.</summary>
    /// <param name="key">The row.</param>
    public ref TokenCounts Row(EvaluationKey key) =>
        ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Rows, key, out _);
}
