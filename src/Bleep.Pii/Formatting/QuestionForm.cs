using System.Collections.Frozen;

namespace Bleep.Pii.Formatting;

/// <summary>Tells a question by its first words: a question word with its verb, or a verb before its subject.</summary>
internal static class QuestionForm
{
    private static readonly FrozenSet<string> LeadIns = FrozenSet.ToFrozenSet(
    [
        "and", "so", "okay", "ok", "well", "but", "hi", "hello", "hey", "yes", "yeah", "no", "alright", "right", "then", "great",
        "perfect", "thanks", "sure", "now", "sorry", "good", "thank", "you", "oh", "wonderful", "excellent",
    ]);

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
    [
        "can", "could", "would", "will", "do", "does", "did", "is", "are", "was", "were", "am", "have", "has", "had", "may", "might",
        "shall", "should", "isn't", "aren't", "don't", "doesn't", "didn't", "can't", "couldn't", "won't", "wouldn't", "haven't",
        "hasn't", "shouldn't", "wasn't", "weren't",
    ]);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
    [
        "i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "these", "those", "the", "your", "my", "his", "her",
        "their", "our", "anyone", "anybody", "someone", "everything", "anything", "any",
    ]);

    private static readonly FrozenSet<string> Asking = FrozenSet.ToFrozenSet(
    [
        "what", "what's", "who", "who's", "whose", "where", "where's", "when", "when's", "why", "how", "how's", "which",
    ]);

    private static readonly FrozenSet<string> Measures = FrozenSet.ToFrozenSet(
        ["about", "much", "many", "long", "old", "far", "often", "come", "else", "kind", "type", "time"]);

    /// <summary>True when the words from <paramref name="first"/> to <paramref name="end"/> ask something.</summary>
    public static bool IsQuestion(SpokenLine line, int first, int end)
    {
        return BeginsAsQuestion(line, first, end) || EndsAsQuestion(line, first, end);
    }

    /// <summary>'i lost my card can you send me a new one': without a pause the question stands at the end.</summary>
    private static bool EndsAsQuestion(SpokenLine line, int first, int end)
    {
        const int longestClause = 14;
        return Enumerable.Range(Math.Max(first + 1, end - longestClause), Math.Max(0, Math.Min(longestClause, end - first - 1) - 1))
            .Any(index => Begins(line, index));
    }

    private static bool BeginsAsQuestion(SpokenLine line, int first, int end)
    {
        int start = first;
        while (start < end && LeadIns.Contains(line[start]) && !(line[start] is "right" && start == first && end - first == 1))
        {
            start++;
        }
        string word = start < end ? line[start] : "";
        string next = start + 1 < end ? line[start + 1] : "";
        if (word.Length == 0)
        {
            return false;
        }
        if (Asking.Contains(word))
        {
            return IsAsked(line, start, end, word, next);
        }
        // 'have a nice day' and 'may the fourth' ask nothing.
        bool needsPerson = word is "have" or "had" or "may";
        return Verbs.Contains(word) && (needsPerson ? next is "i" or "you" or "we" or "they" or "he" or "she" : Subjects.Contains(next))
            || IsElliptic(line, first, start, end);
    }

    /// <summary>True where a question surely begins: 'how can i', 'is there', 'what is', 'could you'.</summary>
    public static bool Begins(SpokenLine line, int index)
    {
        string word = line[index];
        string next = line[index + 1];
        return Asking.Contains(word) && word is not "who" and not "which" && Verbs.Contains(next) && Subjects.Contains(line[index + 2])
            || Verbs.Contains(word) && word is not ("have" or "had") && next is "you" or "i" or "there" or "we" && !IsReported(line, index);
    }

    /// <summary>'so do i', 'nor can we', 'as are you': turned around, but not asked.</summary>
    private static bool IsReported(SpokenLine line, int index) =>
        line[index - 1] is "so" or "nor" or "neither" or "as" or "than" or "what" or "how" or "where";

    private static bool IsAsked(SpokenLine line, int start, int end, string word, string next)
    {
        const int reach = 5;
        if (word.Contains('\'') || start + 1 == end || Measures.Contains(next) || Verbs.Contains(next))
        {
            return true;
        }
        // 'when i called' is no question; 'which account would you like' is.
        bool mayTakeNoun = word is "what" or "which" or "whose" or "how";
        for (int index = start + 2; mayTakeNoun && index < Math.Min(end, start + reach) && !Subjects.Contains(next); index++)
        {
            if (Verbs.Contains(line[index]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>'and your date of birth': the verb is left out.</summary>
    private static bool IsElliptic(SpokenLine line, int first, int start, int end)
    {
        const int longest = 6;
        return start > first && line[start] == "your" && end - start <= longest
            && !Enumerable.Range(start, end - start).Any(index => Verbs.Contains(line[index]) || line[index] is "welcome");
    }
}
