using Bleep.Transcripts;

namespace Bleep.Pii.StaticEntities;

/// <summary>Words in one line of text, with the way back from a place in the line to the word.</summary>
internal sealed class WordLine
{
    private readonly List<int> _starts;

    private WordLine(string text, List<int> starts) => (Text, _starts) = (text, starts);

    /// <summary>The line.</summary>
    public string Text { get; }

    /// <summary>Joins words by single blanks.</summary>
    public static WordLine Of(IEnumerable<string> words)
    {
        var starts = new List<int>();
        var text = new System.Text.StringBuilder();
        foreach (string word in words)
        {
            if (starts.Count > 0)
            {
                text.Append(' ');
            }
            starts.Add(text.Length);
            text.Append(word);
        }
        return new WordLine(text.ToString(), starts);
    }

    /// <summary>Takes what stands between blanks as words.</summary>
    public static WordLine OfText(string text)
    {
        var starts = new List<int>();
        for (int index = 0; index < text.Length; index++)
        {
            if (!char.IsWhiteSpace(text[index]) && (index == 0 || char.IsWhiteSpace(text[index - 1])))
            {
                starts.Add(index);
            }
        }
        return new WordLine(text, starts);
    }

    /// <summary>The words that a range of the line touches.</summary>
    public WordRange WordsAt(CharRange range) => new(LastStartingBy(range.Start), LastStartingBy(range.End - 1) + 1);

    private int LastStartingBy(int position)
    {
        int index = _starts.BinarySearch(position);
        return index >= 0 ? index : ~index - 1;
    }
}
