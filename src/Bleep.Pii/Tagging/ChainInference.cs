using System.Runtime.Intrinsics;

namespace Bleep.Pii.Tagging;

/// <summary>Forward and backward pass over a chain of labels, one vector a token.</summary>
internal static class ChainInference
{
    // Far beyond what the weights of a token add up to, and far from the largest float.
    private const float MaxExponent = 40;

    /// <summary>Turns scores of labels into factors, scaled so that outside has 1.</summary>
    public static Vector256<float> Factors(Vector256<float> scores)
    {
        var difference = scores - Vector256.Create(scores[TaggerLabels.Outside]);
        return Vector256.Exp(Vector256.Min(difference, Vector256.Create(MaxExponent))) & TaggerLabels.UsedLanes;
    }

    /// <summary>Probability of each label of each token. The token before the first counts as outside.</summary>
    /// <param name="factors">Factors of the labels of each token; 0 for labels a token cannot have.</param>
    /// <param name="links">Factors between labels.</param>
    /// <param name="endsTurn">False when a token that is outside follows.</param>
    /// <param name="marginals">Takes the probabilities.</param>
    public static void Run(ReadOnlySpan<Vector256<float>> factors, ChainLinks links, bool endsTurn, Span<Vector256<float>> marginals)
    {
        Forward(factors, links, marginals);
        var backward = Last(links, endsTurn);
        for (int token = factors.Length - 1; token >= 0; token--)
        {
            marginals[token] = Normalize(marginals[token] * backward);
            backward = Normalize(links.Backward(backward * factors[token]));
        }
    }

    /// <summary>For each token and label how well the tokens up to it agree, up to a factor a token.</summary>
    public static void Forward(ReadOnlySpan<Vector256<float>> factors, ChainLinks links, Span<Vector256<float>> forward)
    {
        var sum = links.After(TaggerLabels.Outside);
        for (int token = 0; token < factors.Length; token++)
        {
            sum = Normalize((token == 0 ? sum : links.Forward(sum)) * factors[token]);
            forward[token] = sum;
        }
    }

    /// <summary>For each token and label how well the tokens after it agree, up to a factor a token.</summary>
    public static void Backward(ReadOnlySpan<Vector256<float>> factors, ChainLinks links, bool endsTurn, Span<Vector256<float>> backward)
    {
        var sum = Last(links, endsTurn);
        for (int token = factors.Length - 1; token >= 0; token--)
        {
            backward[token] = sum;
            sum = Normalize(links.Backward(sum * factors[token]));
        }
    }

    /// <summary>Scales values so that they sum to one.</summary>
    public static Vector256<float> Normalize(Vector256<float> values)
    {
        float sum = Vector256.Sum(values);
        return sum > 0 ? values * (1f / sum) : values;
    }

    private static Vector256<float> Last(ChainLinks links, bool endsTurn) => endsTurn
        ? Vector256<float>.One & TaggerLabels.UsedLanes : links.Before(TaggerLabels.Outside);
}
