using Bleep.Pii.Detection;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Redaction;

/// <summary>A substitution that writes the same text whatever the data was; the punctuation around the data stays.</summary>
public abstract record TagSubstitution : Substitution
{
    private protected TagSubstitution(bool perWord)
        : base(perWord)
    {
    }

    /// <inheritdoc/>
    internal override bool CanMerge => true;

    private protected abstract string TagOf(PiiSpan span);

    /// <inheritdoc/>
    internal override string Replace(string text, PiiSpan span)
    {
        string tag = TagOf(span);
        if (IsReplacedAlready(text, tag))
        {
            return text;
        }
        var core = TagFrame.CoreOf(text, keepsOneMark: ReferenceEquals(span.Policy, PiiPolicies.Password));
        return core.Length == 0 ? text : string.Concat(text.AsSpan(0, core.Start), tag, text.AsSpan(core.End));
    }

    /// <summary>A text that was redacted before keeps its tags; what merely looks like a tag is not trusted.</summary>
    private static bool IsReplacedAlready(string text, string tag)
    {
        int open = text.IndexOf('[');
        int close = text.LastIndexOf(']');
        int end = Possessive.StartIn(text);
        if (open < 0 || close < open || end <= close
            || Graphemes.HoldLetterOrDigit(text.AsSpan(0, open)) || Graphemes.HoldLetterOrDigit(text.AsSpan(close, end - close)))
        {
            return false;
        }
        string inner = text[(open + 1)..close];
        return text.AsSpan(open, close + 1 - open).SequenceEqual(tag)
            || PiiPolicies.TryFind(inner, out var policy) && policy.Tag == inner;
    }
}
