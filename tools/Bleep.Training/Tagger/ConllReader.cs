using System.Text;

namespace Bleep.Training.Tagger;

/// <summary>
/// Reads corpora in columns (a token and a tag a line, a blank line between sentences) and writes their sentences as running text.
/// </summary>
internal static class ConllReader
{
    // Documents of this many sentences let the detector see how a writer uses capitals.
    private const int SentencesPerDocument = 12;

    private const string ClosesUp = ".,?!;:)%…'’";

    /// <summary>Reads a corpus.</summary>
    public static IEnumerable<LabelledDocument> Read(FileInfo file)
    {
        string source = Path.GetFileNameWithoutExtension(file.Name);
        return Sentences(file).Select(Join).Where(text => text.Text.Length > 0)
            .Chunk(SentencesPerDocument).Select(turns => new LabelledDocument(source, false, turns));
    }

    private static IEnumerable<List<(string Token, string Tag)>> Sentences(FileInfo file)
    {
        var sentence = new List<(string, string)>();
        foreach (string line in File.ReadLines(file.FullName))
        {
            string[] columns = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length >= 2 && columns[0] != "-DOCSTART-")
            {
                sentence.Add((columns[0], columns[^1]));
            }
            else if (sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }
        }
        if (sentence.Count > 0)
        {
            yield return sentence;
        }
    }

    private static LabelledText Join(List<(string Token, string Tag)> sentence)
    {
        var text = new StringBuilder();
        var ranges = new List<LabelledRange>();
        int open = LabelledRange.Unknown;
        bool opensQuote = false;
        for (int index = 0; index < sentence.Count; index++)
        {
            var (token, tag) = sentence[index];
            // Mentions of accounts are no names of this model; the corpora label them as people, in two tokens.
            bool isMention = token[0] == '@' || index > 0 && sentence[index - 1].Token == "@";
            int kind = isMention ? LabelledRange.Unknown : KindOf(tag);
            bool glued = text.Length == 0 || index > 0 && sentence[index - 1].Token is "@" or "#" or "(" or "$" || opensQuote
                || token.Length == 1 && ClosesUp.Contains(token[0], StringComparison.Ordinal) || IsContraction(token);
            opensQuote = token == "\"" && (index == 0 || !opensQuote && index + 1 < sentence.Count && text.ToString().Count(unit => unit == '"') % 2 == 0);
            text.Append(glued ? "" : " ");
            int start = text.Length;
            text.Append(token);
            bool goesOn = kind >= 0 && kind == open && !tag.StartsWith('B') && ranges.Count > 0;
            if (goesOn)
            {
                ranges[^1] = ranges[^1] with { End = text.Length };
            }
            else if (kind >= 0)
            {
                ranges.Add(new LabelledRange(start, text.Length, kind));
            }
            open = kind;
        }
        return new LabelledText(text.ToString(), ranges);
    }

    private static bool IsContraction(string token) =>
        token.Length > 1 && token[0] is '\'' or '’' && char.IsLetter(token[1]) || token.Equals("n't", StringComparison.OrdinalIgnoreCase);

    private static int KindOf(string tag) => tag[(tag.IndexOf('-', StringComparison.Ordinal) + 1)..].ToUpperInvariant() switch
    {
        "PER" or "PERSON" => 0,
        "LOC" or "LOCATION" => 1,
        "ORG" or "CORPORATION" or "GROUP" => 2,
        _ => LabelledRange.Unknown,
    };
}
