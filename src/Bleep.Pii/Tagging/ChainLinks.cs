using System.Runtime.Intrinsics;

namespace Bleep.Pii.Tagging;

/// <summary>How likely a label follows another, as factors, by row and by column.</summary>
internal sealed class ChainLinks
{
    private readonly Vector256<float>[] _after = new Vector256<float>[TaggerLabels.Count];
    private readonly Vector256<float>[] _before = new Vector256<float>[TaggerLabels.Count];

    /// <summary>Makes the factors from scores, <c>[before * Lanes + label]</c>; what may not follow gets 0.</summary>
    public ChainLinks(ReadOnlySpan<float> scores) => Update(scores);

    /// <summary>Takes other scores.</summary>
    public void Update(ReadOnlySpan<float> scores)
    {
        for (int before = 0; before < TaggerLabels.Count; before++)
        {
            for (int label = 0; label < TaggerLabels.Count; label++)
            {
                float factor = TaggerLabels.MayFollow(label, before) ? MathF.Exp(scores[before * TaggerLabels.Lanes + label]) : 0;
                _after[before] = _after[before].WithElement(label, factor);
                _before[label] = _before[label].WithElement(before, factor);
            }
        }
    }

    /// <summary>Factors of all labels after a label.</summary>
    public Vector256<float> After(int label) => _after[label];

    /// <summary>Factors of all labels before a label.</summary>
    public Vector256<float> Before(int label) => _before[label];

    /// <summary>Sums over the labels before.</summary>
    public Vector256<float> Forward(Vector256<float> values) => Combine(_after, values);

    /// <summary>Sums over the labels after.</summary>
    public Vector256<float> Backward(Vector256<float> values) => Combine(_before, values);

    private static Vector256<float> Combine(Vector256<float>[] rows, Vector256<float> values)
    {
        var sum = rows[0] * values[0];
        for (int row = 1; row < rows.Length; row++)
        {
            sum += rows[row] * values[row];
        }
        return sum;
    }
}
