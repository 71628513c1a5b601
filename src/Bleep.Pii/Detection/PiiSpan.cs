using Bleep.Pii.Policies;
using Bleep.Transcripts;

namespace Bleep.Pii.Detection;

/// <summary>A stretch of one turn that holds personal data, and why.</summary>
/// <param name="Turn">Index of the turn.</param>
/// <param name="Words">The words of the turn that the span covers, at least one.</param>
/// <param name="Policy">What kind of data it is.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
/// <param name="Recognizer">Name of the recogniser that found it.</param>
public sealed record PiiSpan(int Turn, WordRange Words, PiiPolicy Policy, double Score, string Recognizer)
{
    /// <summary>
    /// Where the span stands in the text of the turn: the text that was given or, for words, the words joined by single blanks.
    /// </summary>
    public CharRange Chars { get; init; }

    /// <summary>The kind of cue that led to it, <c>question</c> for example; null when the words speak for themselves.</summary>
    public string? Cue { get; init; }

    /// <summary>The upper-case label of a static or custom term; null for a policy of the catalogue.</summary>
    public string? Label { get; init; }

    /// <summary>True when the span is a term that the user named.</summary>
    public bool IsStatic { get; init; }

    /// <summary>
    /// The Amazon Transcribe type, where the policy alone does not tell it (bank account or routing number, PIN or another
    /// password); null where the policy has one type or none.
    /// </summary>
    public string? AmazonType { get; init; }

    /// <summary>What made up the score, never empty for what the detector found: the parts add up to it, up to rounding.</summary>
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];
}
