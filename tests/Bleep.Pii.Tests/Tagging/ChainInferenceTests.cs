using System.Runtime.Intrinsics;
using Bleep.Pii.Tagging;
using FsCheck;
using FsCheck.Fluent;

namespace Bleep.Pii.Tests.Tagging;

public sealed class ChainInferenceTests
{
    [Fact]
    public void Run_anyScores_marginalsSumToOne()
    {
        Prop.ForAll(Chains().ToArbitrary(), chain =>
        {
            var marginals = Run(chain);
            return marginals.All(marginal => Math.Abs(Vector256.Sum(marginal) - 1) < 1e-4 && Vector256.GreaterThanOrEqualAll(marginal, Vector256<float>.Zero));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Run_shortChain_agreesWithCountingAllPaths()
    {
        Prop.ForAll(Chains(maxLength: 4).ToArbitrary(), chain =>
        {
            var expected = Enumerate(chain);
            var marginals = Run(chain);
            return Enumerable.Range(0, chain.Scores.Length).All(token => Enumerable.Range(0, TaggerLabels.Count)
                .All(label => Math.Abs(expected[token][label] - marginals[token][label]) < 1e-3));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Factors_hugeScores_stayFinite()
    {
        var factors = ChainInference.Factors(Vector256.Create(-900f, 900f, 0, 1, 2, 3, 4, 5));
        Assert.True(Vector256.LessThanAll(factors, Vector256.Create(float.PositiveInfinity)));
        Assert.Equal(0, factors[TaggerLabels.Lanes - 1]);
    }

    private static Gen<(float[][] Scores, float[] Links)> Chains(int maxLength = 40) =>
        from length in Gen.Choose(1, maxLength)
        from scores in Gen.ArrayOf(Gen.ArrayOf(Score(), TaggerLabels.Lanes), length)
        from links in Gen.ArrayOf(Score(), TaggerLabels.Count * TaggerLabels.Lanes)
        select (scores, links);

    private static Gen<float> Score() => Gen.Choose(-500, 500).Select(value => value / 100f);

    private static Vector256<float>[] Run((float[][] Scores, float[] Links) chain)
    {
        var factors = chain.Scores.Select(scores => ChainInference.Factors(Vector256.Create(scores))).ToArray();
        var marginals = new Vector256<float>[factors.Length];
        ChainInference.Run(factors, new ChainLinks(chain.Links), endsTurn: true, marginals);
        return marginals;
    }

    private static double[][] Enumerate((float[][] Scores, float[] Links) chain)
    {
        int length = chain.Scores.Length;
        var sums = Enumerable.Range(0, length).Select(_ => new double[TaggerLabels.Count]).ToArray();
        double total = 0;
        int[] path = new int[length];
        Walk(0, TaggerLabels.Outside, 0);
        return [.. sums.Select(row => row.Select(value => value / total).ToArray())];

        void Walk(int token, int before, double score)
        {
            if (token == length)
            {
                double weight = Math.Exp(score);
                total += weight;
                for (int at = 0; at < length; at++)
                {
                    sums[at][path[at]] += weight;
                }
                return;
            }
            for (int label = 0; label < TaggerLabels.Count; label++)
            {
                if (TaggerLabels.MayFollow(label, before))
                {
                    path[token] = label;
                    Walk(token + 1, label, score + chain.Scores[token][label] + chain.Links[before * TaggerLabels.Lanes + label]);
                }
            }
        }
    }
}
