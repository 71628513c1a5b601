using System.Collections.Frozen;

namespace Bleep.Pii.Formatting;

/// <summary>Decides from pauses and words where sentences end and where a comma is plausible.</summary>
internal static class SentenceMarker
{
    /// <summary>A sentence does not end with these, however long the speaker thinks.</summary>
    private static readonly FrozenSet<string> NoEnd = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "of", "to", "and", "or", "but", "my", "your", "his", "her", "their", "our", "its", "is", "are", "was", "were",
        "am", "be", "been", "with", "for", "from", "at", "in", "on", "by", "as", "if", "because", "that's", "it's", "i'm", "i", "we",
        "they", "he", "she", "who", "which", "than", "into", "about", "under", "can", "could", "will", "would", "should", "may", "might",
        "must", "don't", "didn't", "doesn't", "isn't", "won't", "can't", "i'll", "i've", "you're", "we're", "they're", "very", "some",
        "every", "mr", "mrs", "ms", "dr", "mister", "missus", "doctor", "dot", "underscore", "dash", "slash", "plus", "point", "double",
    ]);

    /// <summary>With these a new sentence begins, so a shorter pause is enough.</summary>
    private static readonly FrozenSet<string> Beginnings = FrozenSet.ToFrozenSet(
    [
        "i", "i'm", "i've", "i'd", "i'll", "what", "what's", "how", "can", "could", "would", "do", "does", "did", "is", "are", "please",
        "thanks", "thank", "okay", "yes", "yeah", "no", "my", "it's", "that's", "we", "you", "let", "let's", "he", "she", "they", "this",
        "there", "hello", "hi", "so", "now", "well", "alright", "great", "perfect", "sorry", "may", "where", "why",
    ]);

    /// <summary>Before these a comma may stand.</summary>
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(
    [
        "and", "but", "or", "so", "because", "which", "who", "although", "though", "if", "when", "while", "then", "please", "right",
        "thanks", "thank",
    ]);

    /// <summary>After these, at the start of a sentence, a comma may stand.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
    [
        "yes", "yeah", "yep", "no", "nope", "okay", "ok", "well", "hi", "hello", "hey", "sure", "alright", "right", "great", "perfect",
        "thanks", "sorry", "oh", "actually", "anyway", "so", "now", "correct", "absolutely", "certainly", "wonderful", "good",
    ]);

    /// <summary>Sets a mark after each token: <c>.</c> or <c>?</c> where a sentence ends, a comma, or nothing.</summary>
    public static char?[] Mark(SpokenLine line, IReadOnlyList<FormatToken> tokens, FormatOptions options)
    {
        var marks = new char?[tokens.Count];
        int sentence = 0;
        for (int index = 0; index < tokens.Count; index++)
        {
            if (index + 1 == tokens.Count || EndsSentence(line, tokens, index, isFirst: index == sentence, options))
            {
                marks[index] = QuestionForm.IsQuestion(line, tokens[sentence].First, tokens[index].End) ? '?' : '.';
                sentence = index + 1;
            }
            else if (!tokens[index].HasMark && TakesComma(line, tokens, index, isFirst: index == sentence, options))
            {
                marks[index] = ',';
            }
        }
        return marks;
    }

    /// <summary>Sets a full stop at long pauses and at the end, whatever the language.</summary>
    public static char?[] MarkPauses(SpokenLine line, IReadOnlyList<FormatToken> tokens, FormatOptions options) =>
        [.. tokens.Select((_, index) =>
            index + 1 == tokens.Count || line.PauseBefore(tokens[index + 1].First) >= options.SentencePause ? '.' : (char?)null)];

    private static bool EndsSentence(
        SpokenLine line, IReadOnlyList<FormatToken> tokens, int index, bool isFirst, FormatOptions options)
    {
        var pause = line.PauseBefore(tokens[index + 1].First);
        if (tokens[index].HasMark || IsPartOfNumber(tokens, index)
            || tokens[index].Kind == TokenKind.Word && NoEnd.Contains(line[tokens[index].End - 1]))
        {
            return false;
        }
        if (pause >= options.SentencePause)
        {
            return true;
        }
        // After 'hi' or 'okay' a short pause is a comma.
        return !(isFirst && Openers.Contains(line[tokens[index].End - 1])) && BeginsAfterShortPause(line, tokens, index, pause, options);
    }

    private static bool BeginsAfterShortPause(
        SpokenLine line, IReadOnlyList<FormatToken> tokens, int index, TimeSpan pause, FormatOptions options)
    {
        const double shareForBeginnings = 0.5;
        const double shareForQuestions = 0.25;
        return pause >= options.SentencePause * shareForBeginnings && Beginnings.Contains(line[tokens[index + 1].First])
            || pause >= options.SentencePause * shareForQuestions && QuestionForm.Begins(line, tokens[index + 1].First);
    }

    private static bool TakesComma(SpokenLine line, IReadOnlyList<FormatToken> tokens, int index, bool isFirst, FormatOptions options)
    {
        string word = line[tokens[index].End - 1];
        string next = line[tokens[index + 1].First];
        return line.PauseBefore(tokens[index + 1].First) >= options.CommaPause && !Joints.Contains(word)
            && (isFirst && Openers.Contains(word) || !NoEnd.Contains(word) && Joints.Contains(next));
    }

    /// <summary>Digits and spelled letters are said with pauses between them.</summary>
    private static bool IsPartOfNumber(IReadOnlyList<FormatToken> tokens, int index) =>
        tokens[index].Kind is TokenKind.Number or TokenKind.Letter && tokens[index + 1].Kind == tokens[index].Kind;
}
