using System.Runtime.Intrinsics;
using Bleep.Pii.Tagging;

namespace Bleep.Training.Tagger;

/// <summary>Stores the weights that matter most as bytes.</summary>
internal static class TaggerQuantizer
{
    // Weights beyond this share of all are cut to the largest byte.
    private const double Covered = 0.9998;

    /// <summary>Makes the model that ships.</summary>
    /// <param name="features">Hash and number of each feature.</param>
    /// <param name="weights">Weights by number.</param>
    /// <param name="links">Scores of label after label.</param>
    /// <param name="rowCount">Rows of the table, a power of two.</param>
    /// <param name="stored">Number of features that found a place.</param>
    public static TaggerModel Quantize(
        IEnumerable<KeyValuePair<uint, uint>> features, IReadOnlyList<Vector256<float>> weights, float[] links, int rowCount, out int stored)
    {
        // Features whose labels all weigh the same tell nothing; the largest difference is what counts.
        var kept = features.Select(feature => (feature.Key, Weights: weights[(int)feature.Value], Size: Size(weights[(int)feature.Value])))
            .Where(feature => feature.Size > 0).OrderByDescending(feature => feature.Size).ThenBy(feature => feature.Key).ToList();
        float step = kept.Count == 0 ? 1 : kept[(int)(kept.Count * (1 - Covered))].Size / sbyte.MaxValue;
        var rows = new ulong[rowCount];
        stored = 0;
        Span<sbyte> bytes = stackalloc sbyte[TaggerLabels.Count];
        foreach (var (hash, values, size) in kept)
        {
            int bucket = TaggerModel.BucketOf(hash, rowCount);
            int row = rows[bucket] == 0 ? bucket : bucket + 1;
            bool isTaken = rows[row] != 0 || row > bucket && rows[bucket] >> 56 == TaggerModel.CheckOf(hash);
            if (isTaken || size < step)
            {
                continue;
            }
            for (int label = 0; label < TaggerLabels.Count; label++)
            {
                bytes[label] = (sbyte)Math.Clamp(MathF.Round(values[label] / step), -sbyte.MaxValue, sbyte.MaxValue);
            }
            rows[row] = TaggerModel.Row(hash, bytes);
            stored++;
        }
        return new TaggerModel(rows, step, links, (Calibration.None, Calibration.None));
    }

    private static float Size(Vector256<float> weights)
    {
        float size = 0;
        for (int label = 0; label < TaggerLabels.Count; label++)
        {
            size = Math.Max(size, Math.Abs(weights[label]));
        }
        return size;
    }
}
