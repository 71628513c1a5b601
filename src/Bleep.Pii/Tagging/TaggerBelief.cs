using System.Runtime.Intrinsics;
using Bleep.Pii.Detection;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Tagging;

/// <summary>
/// From the probability that a token is part of a name to the score of a candidate, where 0.5 is enough for balanced detection.
/// Ordinary words need more: most of them are ordinary even where the model is half sure.
/// </summary>
/// <param name="context">The document.</param>
/// <param name="calibration">The calibration of its style.</param>
internal readonly struct TaggerBelief(DetectionContext context, Calibration calibration)
{
    private const float Enough = 0.5f;
    private const float EnoughForOrdinary = 0.8f;

    private const WordClass Grammar = WordClass.Function | WordClass.Filler | WordClass.Connector | WordClass.Backchannel
        | WordClass.AnyNumberWord | WordClass.Asking | WordClass.Letter;

    private readonly DetectionContext _context = context;
    private readonly Calibration _calibration = calibration;

    /// <summary>Score of a token, 0 to 1.</summary>
    public float Score(int index, Vector256<float> marginal)
    {
        float raw = 1 - marginal[TaggerLabels.Outside];
        if (raw < 0.05f || _context.IsClaimed(index))
        {
            return 0;
        }
        ref readonly var token = ref _context.Stream[index];
        // A title stands outside the name.
        if (token.Is(WordClass.Honorific) && !token.Is(WordClass.FirstName) && index + 1 < _context.Stream.TurnEnd(index))
        {
            return 0;
        }
        bool hasCapital = _context.IsCased && token.Is(WordClass.Capitalized) && !token.Is(WordClass.SentenceStart);
        float enough = !hasCapital && token.Is(WordClass.Common | Grammar) ? EnoughForOrdinary : Enough;
        float probability = _calibration.Apply(raw);
        return probability < enough ? 0.5f * probability / enough : 0.5f + 0.47f * (probability - enough) / (1 - enough);
    }
}
