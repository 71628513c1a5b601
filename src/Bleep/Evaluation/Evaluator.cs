using Bleep.Dialogues;

namespace Bleep.Evaluation;

/// <summary>
/// Gathers the figures of a gold file dialogue by dialogue: how much of what is private would have been left to read, and how
/// much of the rest would have been covered for nothing. Not thread-safe.
/// </summary>
/// <param name="requested">Wire names of the policies asked for; gold spans of other policies count neither way.</param>
/// <param name="errorCount">How many of the worst cases to keep.</param>
public sealed class Evaluator(IReadOnlySet<string> requested, int errorCount = 0)
{
    private readonly List<DialogueCounts> _dialogues = [];
    private readonly PriorityQueue<EvaluationError, (int Weight, long Order)> _worst = new();
    private long _errorsSeen;

    /// <summary>Adds one dialogue.</summary>
    /// <param name="dialogue">The dialogue with its gold spans.</param>
    /// <param name="predicted">What detection found, one list a turn.</param>
    public void Add(Dialogue dialogue, IReadOnlyList<IReadOnlyList<PredictedSpan>> predicted)
    {
        var counts = new DialogueCounts();
        _dialogues.Add(counts);
        string name = dialogue.Id?.ToString() ?? $"#{_dialogues.Count}";
        for (int index = 0; index < dialogue.Turns.Count; index++)
        {
            var scorer = new TurnScorer(dialogue.Turns[index], predicted[index], requested);
            scorer.Count(counts);
            if (errorCount > 0)
            {
                Keep(scorer.FindErrors(name, index));
            }
        }
    }

    /// <summary>The figures of everything added.</summary>
    /// <param name="resamples">Number of bootstrap draws.</param>
    /// <param name="seed">Seed of the draws; the same seed gives the same intervals.</param>
    public EvaluationReport Report(int resamples = 1000, int seed = 20240229)
    {
        long ordinary = _dialogues.Sum(dialogue => dialogue.Ordinary);
        var bootstrap = new Bootstrap(_dialogues, resamples, seed);
        var keys = _dialogues.SelectMany(dialogue => dialogue.Rows.Keys).Distinct()
            .OrderBy(key => key.Group ?? "", StringComparer.Ordinal).ThenBy(key => key.Policy ?? "", StringComparer.Ordinal);
        var errors = new List<EvaluationError>();
        while (_worst.TryDequeue(out var error, out _))
        {
            errors.Insert(0, error);
        }
        return new EvaluationReport(_dialogues.Count, ordinary, [.. keys.Select(bootstrap.Row)], errors);
    }

    private void Keep(IEnumerable<EvaluationError> errors)
    {
        foreach (var error in errors)
        {
            // A leak weighs more than any over-redaction of the same length; among equals the first seen stays.
            int weight = (error.Tokens * 2) + (error.Kind == EvaluationErrorKind.Leak ? 1 : 0);
            _worst.Enqueue(error, (weight, -_errorsSeen++));
            if (_worst.Count > errorCount)
            {
                _worst.Dequeue();
            }
        }
    }
}
