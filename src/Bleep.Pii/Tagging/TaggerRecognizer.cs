using System.Runtime.Intrinsics;
using Bleep.Pii.Detection;
using Bleep.Pii.Policies;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tagging;

/// <summary>Names of people, places and organisations that no list holds, by the words around them.</summary>
/// <param name="trained">The weights; null for those of the document's language.</param>
/// <param name="isGated">False to look at every token.</param>
internal sealed class TaggerRecognizer(TaggerModel? trained = null, bool isGated = true) : IRecognizer
{
    // Tokens that a long stretch cut in pieces is looked at beyond each piece.
    private const int Overlap = 12;
    private const float SpreadScore = 0.7f;

    // Shares of the likeliest kind at which it is as good as open, and as good as certain.
    private const float EvenShare = 0.5f;
    private const float SureShare = 0.9f;
    private const float LeastCertainty = 0.1f;

    private const float ExpectedWeight = 4;
    private const int MaxDistance = 4;

    // Runs of tokens at least this sure, by score, become candidates: for strict, balanced and readable detection.
    private static ReadOnlySpan<float> Levels => [0.34f, 0.5f, 0.62f];

    [ThreadStatic]
    private static (TaggerModel Model, ChainTagger Tagger)? t_tagger;

    public string Name => "tagger";

    public void Find(DetectionContext context)
    {
        if ((trained ?? TaggerResource.For(context.Stream.Language.Code)) is not { } model)
        {
            return;
        }
        var tagger = t_tagger is { } known && known.Model == model ? known.Tagger : new ChainTagger(model);
        t_tagger = (model, tagger);
        var belief = new TaggerBelief(context, context.IsCased ? model.Calibration.Written : model.Calibration.Spoken);
        const int Step = ChainTagger.Capacity - 2 * Overlap;
        Span<float> scores = stackalloc float[ChainTagger.Capacity];
        var gate = new TaggerGate(context, isOpen: !isGated);
        while (gate.Next(out int from, out int to))
        {
            for (int start = from; start < to; start += Step)
            {
                int end = Math.Min(start + Step, to);
                int first = Math.Max(start - Overlap, from);
                var marginals = tagger.Run(context, first, Math.Min(end + Overlap, to))[(start - first)..][..(end - start)];
                Judge(context, belief, start, marginals, scores[..marginals.Length]);
            }
        }
    }

    private void Judge(DetectionContext context, in TaggerBelief belief, int start, ReadOnlySpan<Vector256<float>> marginals, Span<float> scores)
    {
        float best = 0, least = 1;
        for (int token = 0; token < marginals.Length; token++)
        {
            scores[token] = belief.Score(start + token, marginals[token]);
            best = Math.Max(best, scores[token]);
            least = Math.Min(least, scores[token]);
        }
        bool isAlone = least >= Levels[0] && start == context.Stream.TurnStart(start) && start + scores.Length == context.Stream.TurnEnd(start);
        foreach (float level in isAlone ? Levels[..2] : Levels)
        {
            if (best < level)
            {
                break;
            }
            AddRuns(context, level, isAlone, start, marginals, scores);
        }
    }

    // Adds the runs of tokens of at least a score; isAlone when the turn holds nothing else.
    private void AddRuns(
        DetectionContext context, float level, bool isAlone, int start, ReadOnlySpan<Vector256<float>> marginals, ReadOnlySpan<float> scores)
    {
        var stream = context.Stream;
        for (int token = 0; token < scores.Length; token++)
        {
            if (scores[token] < level)
            {
                continue;
            }
            var sum = marginals[token];
            float total = scores[token];
            int end = token + 1;
            while (end < scores.Length && scores[end] >= level && !BeginsAnother(context, start + end, marginals[end]))
            {
                sum += marginals[end];
                total += scores[end];
                end++;
            }
            var (kind, share) = KindOf(context, stream[start + token].Turn, sum);
            // A doubtful kind, as of a name without a word around it, leaves the better reading to others but does not let the words stay.
            float certainty = isAlone ? LeastCertainty : Math.Clamp((share - EvenShare) / (SureShare - EvenShare), LeastCertainty, 1);
            float score = Math.Min(total / (end - token), level + (1 - level) * certainty);
            context.Add(start + token, start + end, TaggerLabels.Kinds[kind], score, Name, spreads: score >= SpreadScore, evidence: new Evidence(Basis: "tagger"));
            token = end - 1;
        }
    }

    private static bool BeginsAnother(DetectionContext context, int token, Vector256<float> marginal)
    {
        float begins = 0;
        for (int kind = 0; kind < TaggerLabels.Kinds.Count; kind++)
        {
            begins += marginal[TaggerLabels.Begin(kind)];
        }
        return begins > 0.5f || context.Stream[token - 1].Is(WordClass.SentenceEnd) && begins > 0.25f;
    }

    // The likeliest kind and its share among the kinds; what was asked for counts for more.
    private static (int Kind, float Share) KindOf(DetectionContext context, int turn, Vector256<float> sum)
    {
        int best = 0;
        float most = 0, all = 0;
        for (int kind = 0; kind < TaggerLabels.Kinds.Count; kind++)
        {
            float weight = sum[TaggerLabels.Begin(kind)] + sum[TaggerLabels.Inside(kind)];
            weight *= IsExpected(context, turn, TaggerLabels.Kinds[kind]) ? ExpectedWeight : 1;
            all += weight;
            (best, most) = weight > most ? (kind, weight) : (best, most);
        }
        return (best, all > 0 ? most / all : 0);
    }

    private static bool IsExpected(DetectionContext context, int turn, PiiPolicy policy)
    {
        foreach (ref readonly var expectation in context.Cues.ExpectationsOf(turn))
        {
            if (expectation.Cue.Policy == policy && expectation.Distance <= MaxDistance)
            {
                return true;
            }
        }
        return false;
    }
}
