namespace Bleep.Pii.Formatting;

/// <summary>Replaces words by the spelling that the user wants, in formatted text; punctuation around them stays.</summary>
internal sealed class SpellingReplacer
{
    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.OrdinalIgnoreCase);

        public string[]? Words { get; set; }
    }

    private readonly Node _root = new();

    public SpellingReplacer(IEnumerable<CustomSpelling> spellings)
    {
        foreach (var spelling in spellings)
        {
            string[] words = Split(spelling.To);
            foreach (string from in spelling.From)
            {
                var node = _root;
                foreach (string word in Split(from))
                {
                    string core = WordFrame.Of(word).Core;
                    if (!node.Next.TryGetValue(core, out var next))
                    {
                        node.Next.Add(core, next = new Node());
                    }
                    node = next;
                }
                if (node != _root && words.Length > 0)
                {
                    node.Words ??= words;
                }
            }
        }
    }

    /// <summary>Replaces in one turn; the longest form that fits wins.</summary>
    public IReadOnlyList<OutputWord> Replace(IReadOnlyList<OutputWord> words)
    {
        if (_root.Next.Count == 0)
        {
            return words;
        }
        var result = new List<OutputWord>(words.Count);
        for (int index = 0; index < words.Count;)
        {
            var (length, to) = Longest(words, index);
            if (to is null)
            {
                result.Add(words[index++]);
                continue;
            }
            result.AddRange(Merge([.. words.Skip(index).Take(length)], to));
            index += length;
        }
        return result;
    }

    private (int Length, string[]? To) Longest(IReadOnlyList<OutputWord> words, int first)
    {
        (int, string[]?) longest = (0, null);
        var node = _root;
        for (int index = first; index < words.Count && node.Next.TryGetValue(WordFrame.Of(words[index].Text).Core, out var next); index++)
        {
            node = next;
            longest = node.Words is null ? longest : (index + 1 - first, node.Words);
        }
        return longest;
    }

    /// <summary>All words of the spelling share the source and the time of what they replace.</summary>
    private static IEnumerable<OutputWord> Merge(OutputWord[] replaced, string[] to)
    {
        var source = replaced[0].Source with { End = replaced[^1].Source.End };
        var end = replaced.Max(word => word.End);
        double confidence = replaced.Average(word => word.Confidence);
        string before = WordFrame.Of(replaced[0].Text).Before;
        string after = WordFrame.Of(replaced[^1].Text).After;
        return to.Select((word, index) => new OutputWord(
            (index == 0 ? before : "") + word + (index == to.Length - 1 ? after : ""), source, replaced[0].Start, end, confidence));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
