namespace Bleep.Pii.Languages;

/// <summary>
/// Words by number, found by one hash over their characters without allocation. It grows while a language pack is read and is only read
/// from afterwards.
/// </summary>
internal sealed class WordTable
{
    private string[] _texts;

    // Number + 1 in the low half, hash in the high one, so that words of other hashes are passed without looking at them.
    private ulong[] _buckets;
    private int _mask;

    /// <summary>Makes an empty table.</summary>
    /// <param name="capacity">How many words to have room for, a power of two; more make it grow.</param>
    public WordTable(int capacity)
    {
        _texts = new string[capacity];
        _buckets = new ulong[capacity * 2];
        _mask = _buckets.Length - 1;
    }

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The word with this number.</summary>
    public string Text(int id) => _texts[id];

    /// <summary>Finds a word; -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        uint hash = Hash(word);
        int slot = Slot(word, hash);
        return (int)(uint)_buckets[slot] - 1;
    }

    /// <summary>Finds a word, or adds it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isNew">True when it was not there.</param>
    public int GetOrAdd(ReadOnlySpan<char> word, out bool isNew)
    {
        uint hash = Hash(word);
        int slot = Slot(word, hash);
        int id = (int)(uint)_buckets[slot] - 1;
        isNew = id < 0;
        if (!isNew)
        {
            return id;
        }
        if (Count == _texts.Length)
        {
            Grow();
            slot = Slot(word, hash);
        }
        id = Count++;
        _texts[id] = word.ToString();
        _buckets[slot] = Entry(id, hash);
        return id;
    }

    // The slot that holds the word, or the free one where it belongs.
    private int Slot(ReadOnlySpan<char> word, uint hash)
    {
        int slot = (int)hash & _mask;
        while (_buckets[slot] is var entry && entry != 0 && !((uint)(entry >> 32) == hash && word.SequenceEqual(_texts[(int)(uint)entry - 1])))
        {
            slot = (slot + 1) & _mask;
        }
        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _texts, _texts.Length * 2);
        ulong[] old = _buckets;
        _buckets = new ulong[old.Length * 2];
        _mask = _buckets.Length - 1;
        foreach (ulong entry in old)
        {
            if (entry != 0)
            {
                int slot = (int)(entry >> 32) & _mask;
                while (_buckets[slot] != 0)
                {
                    slot = (slot + 1) & _mask;
                }
                _buckets[slot] = entry;
            }
        }
    }

    private static ulong Entry(int id, uint hash) => (ulong)hash << 32 | (uint)(id + 1);

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
