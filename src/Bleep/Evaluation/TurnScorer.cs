using Bleep.Dialogues;

namespace Bleep.Evaluation;

/// <summary>Compares what detection found in one turn with the turn's gold spans.</summary>
internal sealed class TurnScorer
{
    private readonly DialogueTurn _turn;
    private readonly TurnTokens _tokens;
    private readonly IReadOnlyList<PredictedSpan> _predicted;
    private readonly GoldSpan[] _required;
    private readonly bool[] _covered;
    private readonly bool[] _labelled;

    public TurnScorer(DialogueTurn turn, IReadOnlyList<PredictedSpan> predicted, IReadOnlySet<string> requested)
    {
        _turn = turn;
        _tokens = TurnTokens.Of(turn);
        _predicted = predicted;
        _required = [.. turn.Spans.Where(span => !span.Optional && requested.Contains(span.Policy))];
        _covered = _tokens.Cover(predicted.Select(span => (span.Start, span.End)));
        _labelled = _tokens.Cover(turn.Spans.Select(span => (span.Start, span.End)).Concat(turn.Unlabelled));
    }

    /// <summary>Adds the turn to the dialogue's counts.</summary>
    public void Count(DialogueCounts counts)
    {
        var ordinary = _tokens.Ranges.Where(token => !_tokens.Touches(token, _labelled)).ToArray();
        counts.Ordinary += ordinary.Length;
        CountGold(counts);
        CountPredicted(counts, new EvaluationKey(null, null), _ => true, ordinary);
        foreach (string policy in _predicted.Select(span => span.Policy).Distinct())
        {
            CountPredicted(counts, new EvaluationKey(null, policy), name => name == policy, ordinary);
        }
    }

    /// <summary>The stretches that went wrong.</summary>
    public IEnumerable<EvaluationError> FindErrors(string dialogue, int turnIndex)
    {
        foreach (var span in _required)
        {
            bool[] needed = _tokens.Cover([(span.Start, span.End)]);
            int leaked = _tokens.Ranges.Count(token => _tokens.Touches(token, needed) && !_tokens.IsCovered(token, needed, _covered));
            if (leaked > 0)
            {
                yield return Error(EvaluationErrorKind.Leak, span.Start, span.End, span.Policy, span.Group, leaked);
            }
        }
        foreach (var span in _predicted)
        {
            bool[] found = _tokens.Cover([(span.Start, span.End)]);
            int wrong = _tokens.Ranges.Count(token => _tokens.Touches(token, found) && !_tokens.Touches(token, _labelled));
            if (wrong > 0)
            {
                yield return Error(EvaluationErrorKind.OverRedaction, span.Start, span.End, span.Policy, null, wrong);
            }
        }

        EvaluationError Error(EvaluationErrorKind kind, int start, int end, string policy, string? group, int tokens) =>
            new(kind, dialogue, turnIndex, policy, group, tokens, Slice(0, start), Slice(start, end), Slice(end, int.MaxValue));
    }

    private void CountGold(DialogueCounts counts)
    {
        foreach (var group in _required.GroupBy(span => span.Group))
        {
            CountGold(counts, new EvaluationKey(group.Key, null), group, _covered);
            foreach (var policy in group.GroupBy(span => span.Policy))
            {
                bool[] exact = _tokens.Cover(_predicted.Where(span => span.Policy == policy.Key).Select(span => (span.Start, span.End)));
                CountGold(counts, new EvaluationKey(group.Key, policy.Key), policy, exact);
            }
        }
    }

    private void CountGold(DialogueCounts counts, EvaluationKey key, IEnumerable<GoldSpan> gold, bool[] exact)
    {
        bool[] needed = _tokens.Cover(gold.Select(span => (span.Start, span.End)));
        ref var row = ref counts.Row(key);
        foreach (var token in _tokens.Ranges.Where(token => _tokens.Touches(token, needed)))
        {
            row.Gold++;
            row.Leaked += _tokens.IsCovered(token, needed, _covered) ? 0 : 1;
            row.Exact += _tokens.IsCovered(token, needed, exact) ? 1 : 0;
        }
    }

    private void CountPredicted(DialogueCounts counts, EvaluationKey key, Func<string, bool> isPolicy, (int Start, int End)[] ordinary)
    {
        bool[] found = _tokens.Cover(_predicted.Where(span => isPolicy(span.Policy)).Select(span => (span.Start, span.End)));
        bool[] right = _tokens.Cover(_required.Where(span => isPolicy(span.Policy) && span.Group is null).Select(span => (span.Start, span.End)));
        // Doubtful stretches and those of a group decide nothing about precision, unless they are gold as well.
        bool[] undecided = _tokens.Cover(_turn.Spans.Where(span => span.Optional || span.Group is not null)
            .Select(span => (span.Start, span.End)).Concat(_turn.Unlabelled));
        ref var row = ref counts.Row(key);
        foreach (var token in _tokens.Ranges.Where(token => _tokens.Touches(token, found)))
        {
            bool isRight = _tokens.Touches(token, right);
            bool isDecided = isRight || !_tokens.Touches(token, undecided);
            row.Predicted += isDecided ? 1 : 0;
            row.Right += isRight ? 1 : 0;
        }
        row.OverRedacted += ordinary.Count(token => _tokens.Touches(token, found));
    }

    private string Slice(int start, int end)
    {
        if (_turn.Words is { } words)
        {
            return string.Join(' ', words.Skip(start).Take(end == int.MaxValue ? end : end - start));
        }
        var points = new CodePoints(_turn.Text!);
        int from = points.ToUnit(start);
        int to = end == int.MaxValue ? _turn.Text!.Length : points.ToUnit(end);
        return _turn.Text![from..to].Trim();
    }
}
