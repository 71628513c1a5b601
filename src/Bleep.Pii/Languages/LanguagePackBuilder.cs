using System.Runtime.InteropServices;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>Collects words and phrases and freezes them into a <see cref="LanguagePack"/>.</summary>
internal sealed class LanguagePackBuilder
{
    // Room for the words and phrases of the largest pack; a smaller one wastes a little for a moment.
    private const int Words = 1 << 17, Nodes = 60_000;

    private readonly WordTable _words = new(Words);
    private readonly List<WordClass> _classes = new(Words);
    private readonly List<int> _values = new(Words);
    private readonly List<int> _roots = new(Words);
    private readonly Dictionary<long, int> _children = new(Nodes);
    private readonly List<PhraseEntry[]> _entries = new(Nodes);
    private readonly Dictionary<PhraseEntry, PhraseEntry[]> _single = [];
    private readonly List<Cue> _cues = [];
    private readonly Dictionary<WordSet, string[]> _sets = [];

    public int AddWord(ReadOnlySpan<char> text, WordClass classes, int value = 0)
    {
        int id = _words.GetOrAdd(text, out bool isNew);
        if (isNew)
        {
            _classes.Add(classes);
            _values.Add(value);
            _roots.Add(-1);
            return id;
        }
        _classes[id] |= classes;
        if (value != 0)
        {
            _values[id] = value;
        }
        return id;
    }

    public void RemoveClass(ReadOnlySpan<char> text, WordClass classes)
    {
        int id = _words.Find(text);
        if (id >= 0)
        {
            _classes[id] &= ~classes;
        }
    }

    public bool Has(ReadOnlySpan<char> text, WordClass classes) =>
        _words.Find(text) is var id && id >= 0 && (_classes[id] & classes) != 0;

    public int AddCue(Cue cue)
    {
        _cues.Add(cue);
        return _cues.Count - 1;
    }

    /// <summary>Takes the words of a set.</summary>
    public void AddSet(WordSet set, string[] words) => _sets[set] = words;

    /// <summary>Adds a phrase of one or more words separated by single blanks.</summary>
    public void AddPhrase(ReadOnlySpan<char> phrase, PhraseEntry entry)
    {
        int node = -1;
        foreach (var range in phrase.Split(' '))
        {
            var word = phrase[range];
            if (word.IsEmpty)
            {
                continue;
            }
            int id = AddWord(word, WordClass.None);
            if (node < 0)
            {
                node = _roots[id];
                if (node < 0)
                {
                    node = NewNode();
                    _roots[id] = node;
                    _classes[id] |= WordClass.PhraseStart;
                }
            }
            else
            {
                ref int next = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, PhraseTrie.Key(node, id), out bool known);
                if (!known)
                {
                    next = NewNode();
                }
                node = next;
            }
        }
        if (node >= 0 && Array.IndexOf(_entries[node], entry) < 0)
        {
            _entries[node] = _entries[node].Length == 0 ? Single(entry) : [.. _entries[node], entry];
        }
    }

    public LanguagePack Build(string code) => new(
        code,
        new Vocabulary(_words, _classes, _values, _sets),
        new PhraseTrie([.. _roots], _children, [.. _entries]),
        _cues,
        _sets);

    // Most phrases mean one thing, and the same one as thousands of others.
    private PhraseEntry[] Single(PhraseEntry entry)
    {
        ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_single, entry, out _);
        return entries ??= [entry];
    }

    private int NewNode()
    {
        _entries.Add([]);
        return _entries.Count - 1;
    }
}
