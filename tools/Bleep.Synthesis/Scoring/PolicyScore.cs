namespace Bleep.Synthesis.Scoring;

/// <summary>How well one policy was masked.</summary>
/// <param name="Policy">Wire name.</param>
/// <param name="TruthTime">Time in which something of the policy is said.</param>
/// <param name="MaskedTime">The part of it that is masked, under whatever policy.</param>
/// <param name="RecognitionLost">Unmasked time of words that the recogniser did not write down; zero without a transcript.</param>
/// <param name="DetectionLost">Unmasked time of words that the recogniser did write down; zero without a transcript.</param>
/// <param name="WronglyMasked">Other speech that redactions of this policy covered.</param>
public sealed record PolicyScore(
    string Policy, TimeSpan TruthTime, TimeSpan MaskedTime, TimeSpan RecognitionLost, TimeSpan DetectionLost, TimeSpan WronglyMasked)
{
    /// <summary>Share of the truth that is masked, 0 to 1; 1 when there is none.</summary>
    public double MaskedShare => TruthTime > TimeSpan.Zero ? MaskedTime / TruthTime : 1;

    /// <summary>Both scores together.</summary>
    /// <param name="other">A score of the same policy.</param>
    public PolicyScore Add(PolicyScore other) => this with
    {
        TruthTime = TruthTime + other.TruthTime,
        MaskedTime = MaskedTime + other.MaskedTime,
        RecognitionLost = RecognitionLost + other.RecognitionLost,
        DetectionLost = DetectionLost + other.DetectionLost,
        WronglyMasked = WronglyMasked + other.WronglyMasked,
    };
}
