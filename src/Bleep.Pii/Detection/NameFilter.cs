namespace Bleep.Pii.Detection;

/// <summary>Tells at almost no cost that a word is none of some names, by its first letter and its length.</summary>
internal readonly struct NameFilter
{
    private readonly ulong _bits;

    public NameFilter(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            _bits |= Bit(name);
        }
    }

    /// <summary>False when the word is none of the names, whatever its case.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => (_bits & Bit(word)) != 0;

    private static ulong Bit(ReadOnlySpan<char> word)
    {
        char first = word[0] < 128 ? (char)(word[0] | 0x20) : char.ToLowerInvariant(word[0]);
        return 1UL << ((first * 11 + word.Length) & 63);
    }
}
