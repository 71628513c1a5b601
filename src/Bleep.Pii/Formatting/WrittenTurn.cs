using Bleep.Transcripts;

namespace Bleep.Pii.Formatting;

/// <summary>Takes disfluencies out of words that carry capitals and sentence marks already, and keeps both where they belong.</summary>
internal static class WrittenTurn
{
    private static readonly char[] s_ends = ['.', '?', '!'];

    /// <summary>The words as they were written; nothing is left out.</summary>
    public static List<OutputWord> Keep(Turn turn) =>
        [.. turn.Words.Select((word, index) => new OutputWord(word.Text, new WordRange(index, index + 1), word.Start, word.End, word.Confidence))];

    /// <summary>The words without what a reader does not miss.</summary>
    public static List<OutputWord> Without(Disfluencies disfluencies, Turn turn)
    {
        var kept = disfluencies.Remove(turn);
        var words = new List<OutputWord>(kept.Count);
        int next = 0;
        bool beginsSentence = true;
        foreach (var word in kept)
        {
            for (; next < word.First; next++)
            {
                beginsSentence |= TakeMark(words, turn.Words[next].Text);
            }
            bool hadCapital = Enumerable.Range(word.First, word.Index - word.First).Any(index => StartsUpper(turn.Words[index].Text));
            var spoken = turn.Words[word.Index];
            string text = hadCapital || (beginsSentence && IsFollowingCapital(turn, word.First)) ? Upper(spoken.Text) : spoken.Text;
            var first = turn.Words[word.First];
            words.Add(new OutputWord(text, new WordRange(word.First, word.Index + 1), first.Start, spoken.End, spoken.Confidence));
            beginsSentence = EndsSentence(text);
            next = word.Index + 1;
        }
        for (; next < turn.Words.Count; next++)
        {
            TakeMark(words, turn.Words[next].Text);
        }
        return words;
    }

    /// <summary>The end of a sentence at a word that goes moves to the word before; true when it is one.</summary>
    private static bool TakeMark(List<OutputWord> words, string dropped)
    {
        if (!EndsSentence(dropped))
        {
            return false;
        }
        if (words.Count > 0 && !EndsSentence(words[^1].Text))
        {
            words[^1] = words[^1] with { Text = words[^1].Text.TrimEnd(',', ';', ':', '-') + dropped[^1] };
        }
        return true;
    }

    private static bool IsFollowingCapital(Turn turn, int first) => first > 0 && StartsUpper(turn.Words[first - 1].Text);

    private static bool EndsSentence(string text) => text.Length > 0 && s_ends.Contains(text[^1]);

    private static bool StartsUpper(string text) => WordFrame.Of(text).Core is [var letter, ..] && char.IsUpper(letter);

    private static string Upper(string text)
    {
        int start = WordFrame.Of(text).Before.Length;
        return start < text.Length ? $"{text[..start]}{char.ToUpperInvariant(text[start])}{text[(start + 1)..]}" : text;
    }
}
