namespace Bleep.Training.Tagger.Sentences;

/// <summary>The word lists of <c>lists.txt</c> and the sentences of the other files of this folder.</summary>
internal static class SentenceLists
{
    private static readonly Lazy<Dictionary<string, string[]>> s_lists = new(() => ReadLines("lists")
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(',', StringSplitOptions.TrimEntries)));

    /// <summary>The words of a list.</summary>
    public static string[] Get(string name) => s_lists.Value[name];

    /// <summary>The sentences of a file.</summary>
    public static string[] Sentences(string file) => [.. ReadLines(file)];

    private static IEnumerable<string> ReadLines(string file)
    {
        using var stream = typeof(SentenceLists).Assembly.GetManifestResourceStream($"Sentences/{file}.txt")
            ?? throw new InvalidDataException($"There is no file of sentences '{file}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
