using System.Runtime.Intrinsics;
using Bleep.Pii.Detection;

namespace Bleep.Pii.Tagging;

/// <summary>The sequence model at work on a document: probabilities of labels for stretches of tokens. Not for several threads.</summary>
/// <param name="model">The weights.</param>
internal sealed class ChainTagger(TaggerModel model)
{
    /// <summary>The longest stretch that is looked at in one piece.</summary>
    public const int Capacity = 256;

    private readonly TaggerToken[] _tokens = new TaggerToken[Capacity + 2 * TaggerInput.Border];
    private readonly Vector256<float>[] _factors = new Vector256<float>[Capacity];
    private readonly Vector256<float>[] _marginals = new Vector256<float>[Capacity];

    /// <summary>Probabilities of the labels of a stretch of one turn.</summary>
    /// <param name="context">The document.</param>
    /// <param name="from">First token.</param>
    /// <param name="to">Token after the last, at most <see cref="Capacity"/> later.</param>
    /// <returns>A vector a token with a lane a label; valid until the next call.</returns>
    public ReadOnlySpan<Vector256<float>> Run(DetectionContext context, int from, int to)
    {
        int count = to - from;
        var tokens = _tokens.AsSpan(0, count + 2 * TaggerInput.Border);
        TaggerInput.Read(context, from, to, tokens);
        Span<uint> features = stackalloc uint[TaggerFeatures.Max];
        for (int token = 0; token < count; token++)
        {
            int written = TaggerFeatures.Extract(context.Stream, tokens, token + TaggerInput.Border, features);
            _factors[token] = ChainInference.Factors(model.Score(features[..written]));
        }
        ChainInference.Run(_factors.AsSpan(0, count), model.Links, to == context.Stream.TurnEnd(from), _marginals.AsSpan(0, count));
        return _marginals.AsSpan(0, count);
    }
}
