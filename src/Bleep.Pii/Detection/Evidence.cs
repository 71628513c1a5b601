namespace Bleep.Pii.Detection;

/// <summary>What a candidate's score is made of, beside what its words say by themselves.</summary>
/// <param name="Cue">How much the words that announce it added.</param>
/// <param name="Check">Name of what was checked of its form (<c>luhn</c>, <c>iban</c>, <c>nanp</c>…); null for nothing.</param>
/// <param name="Form">How much that check added.</param>
/// <param name="Basis">Name of what is left of the score: <c>base</c> where null, <c>tagger</c> for the probability of the sequence model.</param>
internal readonly record struct Evidence(double Cue = 0, string? Check = null, double Form = 0, string? Basis = null)
{
    // Less than this is due to rounding.
    private const double Least = 0.0005;

    /// <summary>The parts that make up a score; they add up to it.</summary>
    public IReadOnlyList<ScorePart> Parts(double score)
    {
        double rest = score - Cue - Form;
        var parts = new List<ScorePart>(3) { new(Basis ?? "base", Math.Round(rest, 3)) };
        if (Math.Abs(Form) > Least)
        {
            parts.Add(new ScorePart(Check ?? "form", Math.Round(Form, 3)));
        }
        if (Math.Abs(Cue) > Least)
        {
            parts.Add(new ScorePart("cue", Math.Round(Cue, 3)));
        }
        return parts;
    }
}
