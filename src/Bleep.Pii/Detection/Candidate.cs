using Bleep.Pii.Policies;

namespace Bleep.Pii.Detection;

/// <summary>A stretch of tokens of one turn that a recogniser takes for personal data.</summary>
/// <param name="TokenStart">First token.</param>
/// <param name="TokenEnd">Token after the last.</param>
/// <param name="Policy">What kind of data it is.</param>
/// <param name="Score">How sure the recogniser is, 0 to 1.</param>
/// <param name="Recognizer">Name of the recogniser.</param>
/// <param name="Cue">The cue phrase that led to it, or the reason in a word; null when the tokens speak for themselves.</param>
internal readonly record struct Candidate(
    int TokenStart, int TokenEnd, PiiPolicy Policy, float Score, string Recognizer, string? Cue)
{
    /// <summary>True when the value is a name or number worth looking for elsewhere in the document.</summary>
    public bool Spreads { get; init; }

    /// <summary>What the score is made of.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>Amazon's type where the policy alone does not tell it.</summary>
    public string? AmazonType { get; init; }
}
