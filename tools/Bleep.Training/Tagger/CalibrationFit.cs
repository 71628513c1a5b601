using Bleep.Pii.Tagging;

namespace Bleep.Training.Tagger;

/// <summary>Fits a <see cref="Calibration"/> to probabilities and what was true, by Newton's method on the logistic loss.</summary>
internal sealed class CalibrationFit
{
    private readonly List<(double LogOdds, bool IsName)> _seen = [];

    /// <summary>Adds a token.</summary>
    public void Add(float probability, bool isName)
    {
        double bounded = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        _seen.Add((Math.Log(bounded / (1 - bounded)), isName));
    }

    /// <summary>The best line; none when there is too little to go by.</summary>
    public Calibration Fit()
    {
        if (_seen.Count < 100)
        {
            return Calibration.None;
        }
        double slope = 1, offset = 0;
        for (int round = 0; round < 30; round++)
        {
            // A weak pull to slope 1 and offset 0 keeps the matrix regular.
            double gradientSlope = slope - 1, gradientOffset = offset, slopes = 1, both = 0, offsets = 1;
            foreach (var (logOdds, isName) in _seen)
            {
                double probability = 1 / (1 + Math.Exp(-(slope * logOdds + offset)));
                double error = probability - (isName ? 1 : 0), weight = probability * (1 - probability);
                gradientSlope += error * logOdds;
                gradientOffset += error;
                slopes += weight * logOdds * logOdds;
                both += weight * logOdds;
                offsets += weight;
            }
            double determinant = slopes * offsets - both * both;
            slope -= (offsets * gradientSlope - both * gradientOffset) / determinant;
            offset -= (slopes * gradientOffset - both * gradientSlope) / determinant;
        }
        return new Calibration((float)slope, (float)offset);
    }
}
