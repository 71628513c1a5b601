using System.Runtime.Intrinsics;
using Bleep.Pii.Policies;

namespace Bleep.Pii.Tagging;

/// <summary>
/// The labels of the sequence model: outside, and beginning and inside of each kind of name. A label is a lane of a vector; the last
/// lane stays empty.
/// </summary>
internal static class TaggerLabels
{
    public const int Outside = 0;

    /// <summary>Number of labels.</summary>
    public const int Count = 7;

    /// <summary>Lanes of a vector of labels.</summary>
    public const int Lanes = 8;

    /// <summary>Bits of all labels: nothing is known of a token.</summary>
    public const byte Any = (1 << Count) - 1;

    /// <summary>All bits of the lanes that stand for a label.</summary>
    public static Vector256<float> UsedLanes => Vector256.Create(-1, -1, -1, -1, -1, -1, -1, 0).AsSingle();

    /// <summary>The kinds, in the order of their labels.</summary>
    public static IReadOnlyList<PiiPolicy> Kinds { get; } = [PiiPolicies.PersonName, PiiPolicies.Location, PiiPolicies.Organization];

    /// <summary>Label of the first token of a name.</summary>
    public static int Begin(int kind) => 1 + 2 * kind;

    /// <summary>Label of a further token of a name.</summary>
    public static int Inside(int kind) => 2 + 2 * kind;

    /// <summary>True when a token with the label may follow one with the other: a name goes on only as the kind it began as.</summary>
    public static bool MayFollow(int label, int before)
    {
        bool inside = label > 0 && (label & 1) == 0;
        return !inside || before == label || before == label - 1;
    }
}
