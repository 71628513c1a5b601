using System.Collections.Frozen;

namespace Bleep.Pii.Formatting;

/// <summary>Sounds that fill a pause, and a recogniser's marks for what is no speech.</summary>
internal static class Disfluencies
{
    // 'mm-hm' and 'uh-huh' are answers and stay.
    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        ["um", "umm", "uhm", "uh", "uhh", "er", "err", "erm", "hm", "hmm", "mm", "mmm", "eh"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the English sounds and for what is no word in any language.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word) || IsNoise(word);

    /// <summary>True for an empty word and a recogniser's mark: <c>[noise]</c>, <c>&lt;sil&gt;</c>.</summary>
    public static bool IsNoise(string word) => word.Length == 0 || word is ['[', .., ']'] or ['<', .., '>'] or ['+', '+', .., '+', '+'];
}
