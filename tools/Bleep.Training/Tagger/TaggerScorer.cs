using System.Numerics;
using Bleep.Pii.Detection;
using Bleep.Pii.Tagging;

namespace Bleep.Training.Tagger;

/// <summary>Measures a model on labelled documents, by the recogniser as it ships.</summary>
/// <param name="builder">Reads the documents.</param>
/// <param name="model">The weights.</param>
internal sealed class TaggerScorer(ChainBuilder builder, TaggerModel model)
{
    private const float Threshold = 0.5f;

    private readonly TaggerRecognizer _recognizer = new(model);
    private readonly TaggerRecognizer _ungated = new(model, isGated: false);

    /// <summary>Fits the calibration of written and of recogniser text.</summary>
    public (Calibration Written, Calibration Spoken) Calibrate(IEnumerable<LabelledDocument> documents)
    {
        var written = new CalibrationFit();
        var spoken = new CalibrationFit();
        var tagger = new ChainTagger(model);
        foreach (var document in documents)
        {
            var context = builder.Read(document);
            byte[] allowed = Allowed(document, context);
            var gate = new TaggerGate(context);
            while (gate.Next(out int from, out int to))
            {
                for (int start = from; start < to; start += ChainTagger.Capacity)
                {
                    var marginals = tagger.Run(context, start, Math.Min(to, start + ChainTagger.Capacity));
                    for (int token = 0; token < marginals.Length; token++)
                    {
                        if (BitOperations.PopCount(allowed[start + token]) == 1)
                        {
                            (context.IsCased ? written : spoken).Add(1 - marginals[token][TaggerLabels.Outside], allowed[start + token] != 1);
                        }
                    }
                }
            }
        }
        return (written.Fit(), spoken.Fit());
    }

    /// <summary>Scores documents.</summary>
    public TaggerScores Score(IEnumerable<LabelledDocument> documents)
    {
        var scores = new TaggerScores();
        foreach (var document in documents)
        {
            var context = builder.Read(document);
            byte[] allowed = Allowed(document, context);
            _recognizer.Find(context);
            var found = Found(context);
            bool[] covered = Covered(found, allowed.Length);
            context.Candidates.Clear();
            _ungated.Find(context);
            bool[] reachable = Covered(Found(context), allowed.Length);
            scores.LookedAt += LookedAt(context);
            scores.Tokens += allowed.Length;
            CountTokens(scores, allowed, covered);
            var gold = Gold(allowed).ToHashSet();
            scores.GoldSpans += gold.Count;
            scores.GatedSpans += gold.Count(span => reachable.AsSpan(span.From..span.To).Contains(true) && !covered.AsSpan(span.From..span.To).Contains(true));
            foreach (var span in found.Where(span => !allowed.AsSpan(span.From..span.To).Contains(TaggerLabels.Any)))
            {
                scores.FoundSpans++;
                scores.RightSpans += gold.Contains(span) ? 1 : 0;
            }
        }
        return scores;
    }

    private static byte[] Allowed(LabelledDocument document, DetectionContext context) =>
        [.. document.Turns.SelectMany((turn, index) => ChainBuilder.Allowed(context.Stream, index, turn.Ranges))];

    private static bool[] Covered(List<(int From, int To, int Kind)> found, int count)
    {
        bool[] covered = new bool[count];
        foreach (var (from, to, _) in found)
        {
            covered.AsSpan(from..to).Fill(true);
        }
        return covered;
    }

    private static int LookedAt(DetectionContext context)
    {
        int count = 0;
        var gate = new TaggerGate(context);
        while (gate.Next(out int from, out int to))
        {
            count += to - from;
        }
        return count;
    }

    private static List<(int From, int To, int Kind)> Found(DetectionContext context)
    {
        var found = new List<(int, int, int)>();
        // The longest at each place: a surer part of a candidate is a candidate too.
        int end = 0;
        foreach (var candidate in context.Candidates.Where(candidate => candidate.Score >= Threshold)
            .OrderBy(candidate => candidate.TokenStart).ThenByDescending(candidate => candidate.TokenEnd))
        {
            if (candidate.TokenStart >= end)
            {
                found.Add((candidate.TokenStart, candidate.TokenEnd, TaggerLabels.Kinds.Index().First(kind => kind.Item == candidate.Policy).Index));
                end = candidate.TokenEnd;
            }
        }
        return found;
    }

    private static void CountTokens(TaggerScores scores, byte[] allowed, bool[] covered)
    {
        for (int token = 0; token < allowed.Length; token++)
        {
            if (allowed[token] == 1 << TaggerLabels.Outside)
            {
                scores.OtherTokens++;
                scores.WrongTokens += covered[token] ? 1 : 0;
            }
            else if (allowed[token] != TaggerLabels.Any)
            {
                scores.GoldTokens++;
                scores.CoveredTokens += covered[token] ? 1 : 0;
            }
        }
    }

    private static IEnumerable<(int From, int To, int Kind)> Gold(byte[] allowed)
    {
        for (int token = 0; token < allowed.Length; token++)
        {
            int label = BitOperations.TrailingZeroCount((uint)allowed[token]);
            if (allowed[token] == TaggerLabels.Any || (label & 1) == 0)
            {
                continue;
            }
            int end = token + 1;
            while (end < allowed.Length && allowed[end] == 1 << (label + 1))
            {
                end++;
            }
            yield return (token, end, (label - 1) / 2);
        }
    }
}
