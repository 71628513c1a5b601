using System.Runtime.Intrinsics;
using Bleep.Pii.Tagging;

namespace Bleep.Training.Tagger;

/// <summary>
/// Fits a linear-chain conditional random field by stochastic gradient descent (AdaGrad), one chain after another on one thread, so
/// that the same material and seed give the same weights.
/// </summary>
internal sealed class ChainTrainer
{
    // Tokens that the model has right already teach nothing.
    private const float MinGradient = 0.002f;

    private readonly TrainingOptions _options;
    private readonly Vector256<float>[] _weights;
    private readonly Vector256<float>[] _squares;
    private readonly float[] _links = new float[TaggerLabels.Count * TaggerLabels.Lanes];
    private readonly float[] _linkSquares = new float[TaggerLabels.Count * TaggerLabels.Lanes];
    private readonly ChainLinks _linkFactors;
    private Vector256<float>[] _factors = [], _known = [], _forward = [], _backward = [], _gradients = [];

    public ChainTrainer(int featureCount, TrainingOptions options)
    {
        _options = options;
        _weights = new Vector256<float>[featureCount];
        _squares = new Vector256<float>[featureCount];
        Array.Fill(_squares, Vector256.Create(1e-3f));
        Array.Fill(_linkSquares, 1e-3f);
        _linkFactors = new ChainLinks(_links);
    }

    /// <summary>Weights of the labels by number of feature.</summary>
    public IReadOnlyList<Vector256<float>> Weights => _weights;

    /// <summary>Scores of label after label.</summary>
    public float[] Links => _links;

    /// <summary>Goes over the chains as often as the options say.</summary>
    /// <param name="chains">Chains whose features are numbers.</param>
    /// <param name="progress">Told the share of tokens with a wrong best label after each pass.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public void Train(IReadOnlyList<TokenChain> chains, Action<int, double> progress, CancellationToken cancellationToken)
    {
        var random = new SplitMix((ulong)_options.Seed);
        int[] order = [.. Enumerable.Range(0, chains.Count)];
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            for (int last = order.Length - 1; last > 0; last--)
            {
                int other = random.Below(last + 1);
                (order[last], order[other]) = (order[other], order[last]);
            }
            double loss = 0;
            long tokens = 0;
            for (int step = 0; step < order.Length; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                double done = (epoch + (double)step / order.Length) / _options.Epochs;
                loss += Learn(chains[order[step]], _options.Rate * (float)(1 - 0.9 * done), ref random);
                tokens += chains[order[step]].Count;
            }
            progress(epoch + 1, loss / tokens);
        }
    }

    private double Learn(TokenChain chain, float rate, ref SplitMix random)
    {
        int count = chain.Count;
        if (_factors.Length < count)
        {
            (_factors, _known, _forward, _backward, _gradients) = (new Vector256<float>[count], new Vector256<float>[count],
                new Vector256<float>[count], new Vector256<float>[count], new Vector256<float>[count]);
        }
        ulong drops = random.Next();
        var factors = _factors.AsSpan(0, count);
        var known = _known.AsSpan(0, count);
        for (int token = 0; token < count; token++)
        {
            factors[token] = ChainInference.Factors(Score(chain.Of(token), drops + (ulong)token));
            known[token] = Mask(factors[token], chain.Allowed[token]);
        }
        Span<float> links = stackalloc float[_links.Length];
        links.Clear();
        _gradients.AsSpan(0, count).Clear();
        Collect(factors, 1, links);
        Collect(known, -1, links);
        double loss = 0;
        for (int token = 0; token < count; token++)
        {
            var gradient = _gradients[token];
            float size = Vector256.Sum(Vector256.Abs(gradient));
            loss += size / 2;
            if (size > MinGradient)
            {
                Update(chain.Of(token), drops + (ulong)token, gradient, rate);
            }
        }
        for (int link = 0; link < links.Length; link++)
        {
            _linkSquares[link] += links[link] * links[link];
            _links[link] -= rate * links[link] / MathF.Sqrt(_linkSquares[link]);
        }
        _linkFactors.Update(_links);
        return loss;
    }

    // Adds the expected labels and pairs of labels, times a sign.
    private void Collect(ReadOnlySpan<Vector256<float>> factors, float sign, Span<float> links)
    {
        ChainInference.Forward(factors, _linkFactors, _forward);
        ChainInference.Backward(factors, _linkFactors, endsTurn: true, _backward);
        Span<Vector256<float>> pairs = stackalloc Vector256<float>[TaggerLabels.Count];
        for (int token = 0; token < factors.Length; token++)
        {
            _gradients[token] += ChainInference.Normalize(_forward[token] * _backward[token]) * sign;
            var ahead = factors[token] * _backward[token];
            var before = token > 0 ? _forward[token - 1] : Vector256.CreateScalar(1f);
            var sum = Vector256<float>.Zero;
            for (int label = 0; label < pairs.Length; label++)
            {
                pairs[label] = _linkFactors.After(label) * ahead * before[label];
                sum += pairs[label];
            }
            float total = Vector256.Sum(sum);
            if (total <= 0)
            {
                continue;
            }
            for (int label = 0; label < pairs.Length; label++)
            {
                var row = Vector256.Create<float>(links[(label * TaggerLabels.Lanes)..]) + pairs[label] * (sign / total);
                row.CopyTo(links[(label * TaggerLabels.Lanes)..]);
            }
        }
    }

    private Vector256<float> Score(ReadOnlySpan<uint> features, ulong drops)
    {
        var sum = Vector256<float>.Zero;
        foreach (uint feature in features)
        {
            if (feature != FeatureTable.None && !IsDropped(feature, drops))
            {
                sum += _weights[feature];
            }
        }
        return sum * (float)(1 / (1 - _options.Dropout));
    }

    private void Update(ReadOnlySpan<uint> features, ulong drops, Vector256<float> gradient, float rate)
    {
        var square = gradient * gradient;
        foreach (uint feature in features)
        {
            if (feature == FeatureTable.None || IsDropped(feature, drops))
            {
                continue;
            }
            _squares[feature] += square;
            var step = Vector256.Create(rate) / Vector256.Sqrt(_squares[feature]);
            var moved = _weights[feature] - step * gradient;
            var kept = Vector256.Max(Vector256.Abs(moved) - step * _options.Shrink, Vector256<float>.Zero);
            _weights[feature] = Vector256.CopySign(kept, moved);
        }
    }

    private bool IsDropped(uint feature, ulong drops) => (FeatureHash.Mix(feature, (uint)(drops ^ (drops >> 32))) >> 8) < _options.Dropout * (1 << 24);

    private static Vector256<float> Mask(Vector256<float> factors, byte allowed)
    {
        for (int label = 0; label < TaggerLabels.Count; label++)
        {
            factors = (allowed & 1 << label) == 0 ? factors.WithElement(label, 0f) : factors;
        }
        return factors;
    }
}
