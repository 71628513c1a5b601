namespace Bleep.Pii.Detection;

/// <summary>
/// Tells in constant time whether a word is one letter away from a name: one letter left out, put in, replaced or two swapped.
/// Both sides are compared by what is left when one letter is taken out.
/// </summary>
internal sealed class FuzzyNames
{
    private const int MaxLength = 32;
    private readonly HashSet<string> _variants = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FuzzyNames(IEnumerable<string> names)
    {
        _lookup = _variants.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[MaxLength];
        foreach (string name in names)
        {
            if (name.Length > MaxLength)
            {
                continue;
            }
            _variants.Add(name);
            for (int index = 0; index < name.Length; index++)
            {
                _lookup.Add(Without(name, index, buffer));
            }
        }
    }

    /// <summary>True when the word is a name or one letter away from one.</summary>
    public bool Matches(ReadOnlySpan<char> word)
    {
        if (_variants.Count == 0 || word.Length > MaxLength)
        {
            return false;
        }
        if (_lookup.Contains(word))
        {
            return true;
        }
        Span<char> buffer = stackalloc char[MaxLength];
        for (int index = 0; index < word.Length; index++)
        {
            if (_lookup.Contains(Without(word, index, buffer)))
            {
                return true;
            }
        }
        return false;
    }

    private static Span<char> Without(ReadOnlySpan<char> word, int index, Span<char> buffer)
    {
        word[..index].CopyTo(buffer);
        word[(index + 1)..].CopyTo(buffer[index..]);
        return buffer[..(word.Length - 1)];
    }
}
