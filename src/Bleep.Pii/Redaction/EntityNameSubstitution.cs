using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>The policy's name in upper case inside brackets: <c>[PERSON_NAME]</c>. Punctuation around the data stays.</summary>
public sealed record EntityNameSubstitution : TagSubstitution
{
    /// <summary>Makes the substitution.</summary>
    /// <param name="perWord">True for a tag per word, so that words keep their number; false for a tag per finding.</param>
    public EntityNameSubstitution(bool perWord = true)
        : base(perWord)
    {
    }

    private protected override string TagOf(PiiSpan span) => $"[{span.Label ?? span.Policy.Tag}]";
}
