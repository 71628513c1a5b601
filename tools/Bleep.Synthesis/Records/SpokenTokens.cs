using Bleep.Synthesis.Spoken;

namespace Bleep.Synthesis.Records;

/// <summary>Cuts spoken text into words.</summary>
internal static class SpokenTokens
{
    private const string Marks = ",.?!;:";

    /// <summary>The words of a spoken text; a lone upper-case letter is the name of a letter, marks become pauses.</summary>
    /// <param name="spoken">Words parted by blanks.</param>
    /// <param name="offsets">Where each word stands in the text, marks included.</param>
    public static List<CallWord> Cut(string spoken, out List<(int Start, int End)> offsets)
    {
        var words = new List<CallWord>();
        offsets = [];
        for (int position = 0; position < spoken.Length;)
        {
            if (spoken[position] == ' ')
            {
                position++;
                continue;
            }
            int end = spoken.IndexOf(' ', position);
            end = end < 0 ? spoken.Length : end;
            var token = spoken.AsSpan(position, end - position);
            var pause = token[^1] switch { ',' or ';' or ':' => Pause.Comma, '.' or '!' => Pause.Stop, '?' => Pause.Question, _ => Pause.None };
            var bare = token.Trim(Marks);
            if (bare.Length > 0)
            {
                bool isLetter = char.IsAsciiLetterUpper(bare[0]) && (bare.Length == 1 || bare[1] == '\'');
                string text = string.Concat(bare.ToString().ToLowerInvariant().Select(SpokenForm.Fold));
                words.Add(new CallWord(text, isLetter, pause));
                offsets.Add((position, end));
            }
            position = end;
        }
        return words;
    }
}
