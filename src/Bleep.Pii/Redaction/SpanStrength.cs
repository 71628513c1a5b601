using Bleep.Pii.Detection;

namespace Bleep.Pii.Redaction;

/// <summary>Orders findings that compete for one place: the strongest first.</summary>
internal sealed class SpanStrength : IComparer<PiiSpan>
{
    public static SpanStrength StrongestFirst { get; } = new();

    /// <summary>Score decides, then what the user named, then the more specific policy, then the longer span; never the input's order.</summary>
    public int Compare(PiiSpan? x, PiiSpan? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }
        int order = y.Score.CompareTo(x.Score);
        order = order != 0 ? order : y.IsStatic.CompareTo(x.IsStatic);
        order = order != 0 ? order : y.Policy.Specificity.CompareTo(x.Policy.Specificity);
        order = order != 0 ? order : y.Words.Length.CompareTo(x.Words.Length);
        order = order != 0 ? order : y.Chars.Length.CompareTo(x.Chars.Length);
        order = order != 0 ? order : x.Policy.Index.CompareTo(y.Policy.Index);
        order = order != 0 ? order : string.CompareOrdinal(x.Policy.Name, y.Policy.Name);
        return order != 0 ? order : (x.Words.Start, x.Chars.Start).CompareTo((y.Words.Start, y.Chars.Start));
    }
}
