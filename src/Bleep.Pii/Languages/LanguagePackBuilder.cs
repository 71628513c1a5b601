using System.Runtime.InteropServices;
using Bleep.Pii.Tokens;

namespace Bleep.Pii.Languages;

/// <summary>Collects words and phrases and freezes them into a <see cref="LanguagePack"/>.</summary>
internal sealed class LanguagePackBuilder
{
    private readonly Dictionary<string, int> _ids = new(90_000, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private readonly List<string> _texts = new(90_000);
    private readonly List<WordClass> _classes = new(90_000);
    private readonly List<int> _values = new(90_000);
    private readonly List<int> _roots = new(90_000);
    private readonly Dictionary<long, int> _children = new(30_000);
    private readonly List<PhraseEntry[]> _entries = new(40_000);
    private readonly List<Cue> _cues = [];
    private readonly Dictionary<WordSet, string[]> _sets = [];

    public LanguagePackBuilder() => _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int AddWord(ReadOnlySpan<char> text, WordClass classes, int value = 0)
    {
        if (!_idsBySpan.TryGetValue(text, out int id))
        {
            id = _texts.Count;
            string word = text.ToString();
            _ids.Add(word, id);
            _texts.Add(word);
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
        if (_idsBySpan.TryGetValue(text, out int id))
        {
            _classes[id] &= ~classes;
        }
    }

    public bool Has(ReadOnlySpan<char> text, WordClass classes) =>
        _idsBySpan.TryGetValue(text, out int id) && (_classes[id] & classes) != 0;

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
            _entries[node] = [.. _entries[node], entry];
        }
    }

    public LanguagePack Build(string code) => new(
        code,
        new Vocabulary(_texts, _classes, _values, _sets),
        new PhraseTrie([.. _roots], _children, [.. _entries]),
        _cues,
        _sets);

    private int NewNode()
    {
        _entries.Add([]);
        return _entries.Count - 1;
    }
}
