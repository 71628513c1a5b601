namespace Bleep.Evaluation;

/// <summary>Draws whole dialogues with replacement to see how far the figures depend on which dialogues were measured.</summary>
internal sealed class Bootstrap
{
    private readonly IReadOnlyList<DialogueCounts> _dialogues;
    private readonly int[][] _draws;
    private readonly long[] _ordinaryOfDraw;

    public Bootstrap(IReadOnlyList<DialogueCounts> dialogues, int resamples, int seed)
    {
        _dialogues = dialogues;
        // The draws decide no secret; they must only be the same in every run.
#pragma warning disable CA5394
        var random = new Random(seed);
        _draws = new int[dialogues.Count == 0 ? 0 : resamples][];
        for (int draw = 0; draw < _draws.Length; draw++)
        {
            int[] times = new int[dialogues.Count];
            for (int index = 0; index < times.Length; index++)
            {
                times[random.Next(times.Length)]++;
            }
            _draws[draw] = times;
        }
#pragma warning restore CA5394
        _ordinaryOfDraw = [.. _draws.Select(times => times.Select((count, index) => count * dialogues[index].Ordinary).Sum())];
    }

    /// <summary>The figures of one row with their intervals.</summary>
    public EvaluationRow Row(EvaluationKey key)
    {
        var entries = new List<(int Dialogue, TokenCounts Counts)>();
        var total = default(TokenCounts);
        for (int index = 0; index < _dialogues.Count; index++)
        {
            if (_dialogues[index].Rows.TryGetValue(key, out var counts))
            {
                entries.Add((index, counts));
                total.Add(counts);
            }
        }
        var drawn = new TokenCounts[_draws.Length];
        for (int draw = 0; draw < drawn.Length; draw++)
        {
            drawn[draw] = Sum(entries, _draws[draw]);
        }
        long ordinary = _dialogues.Sum(dialogue => dialogue.Ordinary);
        var recall = Share(total, drawn, counts => (counts.Exact, counts.Gold));
        var precision = Share(total, drawn, counts => (counts.Right, counts.Predicted));
        return new EvaluationRow(
            key,
            total.Gold,
            Share(total, drawn, counts => (counts.Leaked, counts.Gold)),
            recall,
            precision,
            Interval(Ratio(total.OverRedacted, ordinary), drawn.Select((counts, draw) => Ratio(counts.OverRedacted, _ordinaryOfDraw[draw]))),
            FScore(precision.Value, recall.Value, beta: 1),
            FScore(precision.Value, recall.Value, beta: 2));
    }

    private static TokenCounts Sum(List<(int Dialogue, TokenCounts Counts)> entries, int[] times)
    {
        var sum = default(TokenCounts);
        foreach ((int dialogue, var counts) in entries)
        {
            long count = times[dialogue];
            sum.Gold += count * counts.Gold;
            sum.Leaked += count * counts.Leaked;
            sum.Exact += count * counts.Exact;
            sum.Predicted += count * counts.Predicted;
            sum.Right += count * counts.Right;
            sum.OverRedacted += count * counts.OverRedacted;
        }
        return sum;
    }

    private static Interval Share(TokenCounts total, TokenCounts[] drawn, Func<TokenCounts, (long Part, long Whole)> pick)
    {
        double Of(TokenCounts counts)
        {
            (long part, long whole) = pick(counts);
            return Ratio(part, whole);
        }

        return Interval(Of(total), drawn.Select(Of));
    }

    private static Interval Interval(double value, IEnumerable<double> drawn)
    {
        double[] sorted = [.. drawn.Where(double.IsFinite).Order()];
        return sorted.Length == 0
            ? new Interval(value, double.NaN, double.NaN)
            : new Interval(value, sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }

    private static double Ratio(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;

    private static double FScore(double precision, double recall, double beta)
    {
        double weight = beta * beta;
        double denominator = (weight * precision) + recall;
        return denominator == 0 ? 0 : (1 + weight) * precision * recall / denominator;
    }
}
