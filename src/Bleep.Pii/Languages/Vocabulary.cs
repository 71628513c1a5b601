using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>All words the language pack knows, each with its classes. Immutable once built.</summary>
internal sealed class Vocabulary
{
    private readonly WordTable _words;
    private readonly WordClass[] _classes;
    private readonly int[] _values;
    private readonly ulong[] _sets;

    internal Vocabulary(WordTable words, IReadOnlyList<WordClass> classes, IReadOnlyList<int> values, IReadOnlyDictionary<WordSet, string[]> sets)
    {
        _words = words;
        _classes = [.. classes];
        _values = [.. values];
        _sets = new ulong[words.Count];
        foreach (var (set, members) in sets)
        {
            foreach (string member in members)
            {
                int id = Find(member);
                if (id >= 0)
                {
                    _sets[id] |= 1UL << (int)set;
                }
            }
        }
    }

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>The word with this id.</summary>
    public string Text(int id) => _words.Text(id);

    /// <summary>The classes of the word with this id.</summary>
    public WordClass Classes(int id) => _classes[id];

    /// <summary>The value of the word with this id.</summary>
    public int Value(int id) => _values[id];

    /// <summary>True when the word with this id belongs to a set.</summary>
    public bool IsIn(int id, WordSet set) => (_sets[id] & (1UL << (int)set)) != 0;

    /// <summary>Finds a lower-case word; -1 when it is not known.</summary>
    public int Find(ReadOnlySpan<char> lower) => _words.Find(lower);
}
