using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bleep.Pii.Languages;

/// <summary>
/// The plain word lists of a language, <c>Languages/&lt;code&gt;/Formatting/&lt;name&gt;.txt</c>: words between blanks, lines that begin with # say
/// nothing. Read once; much smaller than the language pack, which formatting does not need.
/// </summary>
internal static class WordLists
{
    private static readonly ConcurrentDictionary<(string Language, string Name), FrozenSet<string>> s_lists = new();

    /// <summary>Finds a list.</summary>
    /// <param name="language">A language code with or without region.</param>
    /// <param name="name">Name of the list.</param>
    /// <returns>The words, whatever their case; empty where the language has no such list.</returns>
    public static FrozenSet<string> Get(string language, string name) =>
        s_lists.GetOrAdd((language.Split('-', '_')[0].ToLowerInvariant(), name), static key => Read(key.Language, key.Name));

    private static FrozenSet<string> Read(string language, string name) =>
        (LanguagePackLoader.Read($"Languages/{language}/Formatting/{name}.txt") ?? "")
            .Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
