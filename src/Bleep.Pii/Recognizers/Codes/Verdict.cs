using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Recognizers.Codes;

/// <summary>One reading of a code.</summary>
/// <param name="Policy">What it is taken for.</param>
/// <param name="Score">How likely that is, 0 to 1.</param>
/// <param name="Reason">Why, in a word.</param>
/// <param name="AmazonType">Amazon's type where the policy alone does not tell it.</param>
internal readonly record struct Verdict(PiiPolicy Policy, double Score, string Reason, string? AmazonType = null)
{
    /// <summary>What the score is made of.</summary>
    public Evidence Evidence { get; init; }
}
