using Bleep.Pii.Languages;

namespace Bleep.Training.Tagger;

/// <summary>Reads the lexicons of a language pack as they stand in their files.</summary>
internal static class LexiconFile
{
    /// <summary>The entries of a lexicon, each with its flags.</summary>
    /// <param name="language">Code of the language.</param>
    /// <param name="file">Name of the lexicon without its ending.</param>
    /// <exception cref="InvalidDataException">The language has no such lexicon.</exception>
    public static List<(string Text, string Flags)> Read(string language, string file)
    {
        using var stream = typeof(LanguagePack).Assembly.GetManifestResourceStream($"Languages/{language}/Lexicons/{file}.txt")
            ?? throw new InvalidDataException($"The language pack has no list '{file}'.");
        using var reader = new StreamReader(stream);
        var entries = new List<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            if (line.Length > 0 && line[0] != '#')
            {
                entries.Add((columns[0].Trim(), columns.Length > 1 ? columns[1] : ""));
            }
        }
        return entries;
    }
}
