using System.Collections.Frozen;

namespace Bleep.Pii.Recognizers;

/// <summary>Small words inside names: 'de la', 'van der', 'bin', 'mac'.</summary>
internal static class NameParticles
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = new[]
    {
        "de", "la", "del", "della", "di", "da", "dos", "das", "do", "van", "von", "der", "den", "bin", "ibn", "bint", "al", "el", "mac", "an", "st", "san", "santa", "le", "du", "ter", "ten", "zu", "abu", "ben", "nic", "ni", "o", "d",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a particle.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
