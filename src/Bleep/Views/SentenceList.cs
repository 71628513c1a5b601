using System.Collections.Frozen;
using Bleep.Pii.Redaction;

namespace Bleep.Views;

/// <summary>
/// Cuts a transcript into sentences: at sentence marks or, where it has none, at pauses. A sentence may reach over turns of one speaker,
/// never over speakers or channels. Works on redacted words: the punctuation that stays around a replacement counts.
/// </summary>
public static class SentenceList
{
    /// <summary>A pause that ends a sentence where there are no marks.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(700);

    /// <summary>A pause that ends a sentence although no mark says so.</summary>
    private static readonly TimeSpan s_longPause = TimeSpan.FromSeconds(3);

    /// <summary>Most words of a sentence where there are no marks.</summary>
    private const int MaxUnmarkedWords = 60;

    private static readonly FrozenSet<string> s_abbreviations = FrozenSet.ToFrozenSet(
        ["mr.", "mrs.", "ms.", "dr.", "st.", "jr.", "sr.", "vs.", "e.g.", "i.e.", "prof.", "approx."], StringComparer.OrdinalIgnoreCase);

    /// <summary>Cuts the turns.</summary>
    /// <param name="turns">The turns in the order of their start, redacted or not.</param>
    /// <returns>The sentences in the order of their start; together they hold every word once.</returns>
    public static IReadOnlyList<TranscriptPart> Of(IReadOnlyList<RedactedTurn> turns)
    {
        bool hasMarks = turns.Any(turn => turn.Words.Any(word => EndsWithMark(word.Text)));
        bool hasCapitals = turns.Any(turn => turn.Words.Any(word => StartsWith(word.Text, char.IsUpper)));
        var sentences = new List<TranscriptPart>();
        var words = new List<RedactedWord>();
        RedactedTurn? last = null;
        foreach (var turn in turns)
        {
            foreach (var word in turn.Words)
            {
                bool isSameVoice = last is not null && last.Speaker == turn.Speaker && last.Channel == turn.Channel;
                if (words.Count > 0 && (!isSameVoice || IsCut(words, word, hasMarks, hasCapitals)))
                {
                    sentences.Add(new TranscriptPart(words, last!.Speaker, last.Channel));
                    words = [];
                }
                words.Add(word);
                last = turn;
            }
        }
        if (words.Count > 0)
        {
            sentences.Add(new TranscriptPart(words, last!.Speaker, last.Channel));
        }
        return [.. sentences.OrderBy(sentence => sentence.Words[0].Start)];
    }

    private static bool IsCut(List<RedactedWord> words, RedactedWord next, bool hasMarks, bool hasCapitals)
    {
        var pause = next.Start - words[^1].End;
        if (!hasMarks)
        {
            return pause >= s_pause || words.Count >= MaxUnmarkedWords;
        }
        return pause >= s_longPause || EndsSentence(words[^1].Text, next.Text, hasCapitals);
    }

    private static bool EndsSentence(string text, string next, bool hasCapitals)
    {
        if (!EndsWithMark(text))
        {
            return false;
        }
        string bare = text.TrimEnd('"', '\'', ')', ']', '\u201D', '\u2019').TrimStart('"', '\'', '(', '\u201C', '\u2018');
        // 'Dr. Smith', 'at 4 p.m. on Monday': where sentences begin with a capital, a small letter goes on.
        bool goesOn = hasCapitals && bare.EndsWith('.') && StartsWith(next, char.IsLower);
        return !s_abbreviations.Contains(bare) && !goesOn;
    }

    private static bool EndsWithMark(string text)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '\'' or ')' or '\u201D' or '\u2019')
        {
            end--;
        }
        return end > 0 && text[end - 1] is '.' or '?' or '!' or '\u2026' or '\u3002' or '\uFF1F' or '\uFF01' or '\u061F' or '\u0964';
    }

    private static bool StartsWith(string text, Func<char, bool> kind)
    {
        int start = 0;
        while (start < text.Length && text[start] is '"' or '\'' or '(' or '\u201C' or '\u2018')
        {
            start++;
        }
        return start < text.Length && kind(text[start]);
    }
}
