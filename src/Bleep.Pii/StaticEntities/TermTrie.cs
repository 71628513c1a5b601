namespace Bleep.Pii.StaticEntities;

/// <summary>The folded terms as a tree of letters; one dictionary holds all edges.</summary>
internal sealed class TermTrie
{
    private readonly Dictionary<(int Node, char Letter), int> _edges = [];
    private readonly Dictionary<int, int> _labelAt = [];
    private int _nodes = 1;

    /// <summary>Adds a term; the first label that names a term keeps it.</summary>
    public void Add(string key, int label)
    {
        int node = 0;
        foreach (char letter in key)
        {
            if (!_edges.TryGetValue((node, letter), out int next))
            {
                next = _nodes++;
                _edges.Add((node, letter), next);
            }
            node = next;
        }
        _labelAt.TryAdd(node, label);
    }

    /// <summary>The longest term that begins at <paramref name="first"/> and ends where a word ends.</summary>
    /// <returns>Its last letter and its label, or null.</returns>
    public (int Last, int Label)? LongestAt(FoldedText text, int first)
    {
        (int Last, int Label)? longest = null;
        int node = 0;
        for (int index = first; index < text.Length && (index == first || !text.FollowsGap(index)); index++)
        {
            if (!_edges.TryGetValue((node, text[index]), out node))
            {
                break;
            }
            if (text.MayEnd(index) && _labelAt.TryGetValue(node, out int label))
            {
                longest = (index, label);
            }
        }
        return longest;
    }
}
