using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>
/// All words the language pack knows, each with its classes. Looking a word up costs one hash over its characters and
/// allocates nothing. Immutable once built.
/// </summary>
internal sealed class Vocabulary
{
    private readonly string[] _texts;
    private readonly WordClass[] _classes;
    private readonly int[] _values;
    private readonly ulong[] _sets;
    // Id + 1 in the low half, hash in the high one, so that words of other hashes are passed without looking at them.
    private readonly ulong[] _buckets;
    private readonly int _mask;

    internal Vocabulary(
        IReadOnlyList<string> texts, IReadOnlyList<WordClass> classes, IReadOnlyList<int> values, IReadOnlyDictionary<WordSet, string[]> sets)
    {
        _texts = [.. texts];
        _classes = [.. classes];
        _values = [.. values];
        int size = 16;
        while (size < texts.Count * 2)
        {
            size *= 2;
        }
        _mask = size - 1;
        _buckets = new ulong[size];
        for (int id = 0; id < _texts.Length; id++)
        {
            uint hash = Hash(_texts[id]);
            int slot = (int)hash & _mask;
            while (_buckets[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }
            _buckets[slot] = (ulong)hash << 32 | (uint)(id + 1);
        }
        _sets = new ulong[_texts.Length];
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
    public int Count => _texts.Length;

    /// <summary>The word with this id.</summary>
    public string Text(int id) => _texts[id];

    /// <summary>The classes of the word with this id.</summary>
    public WordClass Classes(int id) => _classes[id];

    /// <summary>The value of the word with this id.</summary>
    public int Value(int id) => _values[id];

    /// <summary>True when the word with this id belongs to a set.</summary>
    public bool IsIn(int id, WordSet set) => (_sets[id] & (1UL << (int)set)) != 0;

    /// <summary>Finds a lower-case word; -1 when it is not known.</summary>
    public int Find(ReadOnlySpan<char> lower)
    {
        uint hash = Hash(lower);
        int slot = (int)hash & _mask;
        while (true)
        {
            ulong entry = _buckets[slot];
            if (entry == 0)
            {
                return -1;
            }
            int id = (int)(uint)entry - 1;
            if ((uint)(entry >> 32) == hash && lower.SequenceEqual(_texts[id]))
            {
                return id;
            }
            slot = (slot + 1) & _mask;
        }
    }

    // FNV-1a over UTF-16 code units: words are short, and the table is half empty.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * 16777619;
        }
        return hash ^ (hash >> 15);
    }
}
