namespace Bleep.Pii.Languages;

/// <summary>Phrases as paths of word ids. A word that starts a phrase has a root node of its own. Immutable once built.</summary>
internal sealed class PhraseTrie
{
    private readonly int[] _roots;
    private readonly Dictionary<long, int> _children;
    private readonly PhraseEntry[][] _entries;

    internal PhraseTrie(int[] roots, Dictionary<long, int> children, PhraseEntry[][] entries)
    {
        _roots = roots;
        _children = children;
        _entries = entries;
    }

    /// <summary>The node after reading this word first; -1 when no phrase starts with it.</summary>
    public int Root(int wordId) => (uint)wordId < (uint)_roots.Length ? _roots[wordId] : -1;

    /// <summary>The node after reading a further word; -1 when no phrase goes on like that.</summary>
    public int Next(int node, int wordId) => _children.TryGetValue(Key(node, wordId), out int next) ? next : -1;

    /// <summary>The meanings of the phrase that ends at this node; empty when none does.</summary>
    public ReadOnlySpan<PhraseEntry> Entries(int node) => _entries[node];

    internal static long Key(int node, int wordId) => ((long)node << 32) | (uint)wordId;
}
