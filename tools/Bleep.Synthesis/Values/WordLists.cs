using System.Collections.Concurrent;
using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Values;

/// <summary>The word lists that are part of this library, read once each. Thread-safe.</summary>
internal static class WordLists
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<WordListItem>> s_loaded = new();

    /// <summary>Names of all lists.</summary>
    public static IEnumerable<string> Names => typeof(WordLists).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Lists/", StringComparison.Ordinal))
        .Select(name => name["Lists/".Length..^".txt".Length]);

    /// <summary>The items of a list. Empty lines and lines that begin with # are skipped; several items may share a line, parted by ;.</summary>
    /// <param name="name">The list's file name without ending.</param>
    /// <exception cref="FormatException">There is no such list.</exception>
    public static IReadOnlyList<WordListItem> Get(string name) => s_loaded.GetOrAdd(name, Read);

    private static IReadOnlyList<WordListItem> Read(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"Lists/{name}.txt")
            ?? throw new FormatException($"there is no word list '{name}'");
        using var reader = new StreamReader(stream);
        var items = new List<WordListItem>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                items.AddRange(line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse));
            }
        }
        return items;
    }

    private static WordListItem Parse(string item)
    {
        int bar = item.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? new WordListItem(item, SpokenForm.Of(item)) : new WordListItem(item[..bar].Trim(), item[(bar + 1)..].Trim());
    }
}
