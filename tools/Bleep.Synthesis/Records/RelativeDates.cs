namespace Bleep.Synthesis.Records;

/// <summary>
/// Finds words in the plain text of a turn that name a time relative to the call ("today", "next week", "a few minutes"). Whether they
/// are private is a matter of taste: they are labelled optional everywhere.
/// </summary>
internal static class RelativeDates
{
    private const int LongestPhrase = 3;
    private static readonly Dictionary<string, string> s_phrases = MakePhrases();

    /// <summary>Adds an optional span for each phrase that no other span touches.</summary>
    /// <param name="words">The turn's words with their place in whatever the spans count.</param>
    /// <param name="spans">The spans so far; grows.</param>
    public static void Label(IReadOnlyList<(string Word, int Start, int End)> words, List<CallSpan> spans)
    {
        for (int index = 0; index < words.Count; index++)
        {
            for (int length = Math.Min(LongestPhrase, words.Count - index); length > 0; length--)
            {
                string phrase = string.Join(' ', words.Skip(index).Take(length).Select(word => word.Word));
                var (start, end) = (words[index].Start, words[index + length - 1].End);
                if (s_phrases.TryGetValue(phrase, out string? policy) && !spans.Exists(span => span.Start < end && start < span.End))
                {
                    spans.Add(new CallSpan(start, end, policy, Optional: true, phrase));
                    index += length - 1;
                    break;
                }
            }
        }
    }

    private static Dictionary<string, string> MakePhrases()
    {
        var phrases = new Dictionary<string, string>();
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        foreach (string day in (string[])["today", "tonight", "tomorrow", "yesterday", .. days, .. days.Select(day => day + "s")])
        {
            phrases[day] = "date";
        }
        foreach (string unit in (string[])["week", "weekend", "month", "year", "quarter", "summer", "winter", "spring", "fall"])
        {
            foreach (string which in (string[])["this", "last", "next"])
            {
                phrases[$"{which} {unit}"] = "date_interval";
            }
        }
        foreach (string part in (string[])["morning", "afternoon", "evening"])
        {
            phrases[$"this {part}"] = "time";
        }
        phrases["at night"] = "time";
        phrases["every morning"] = "time";
        foreach (string unit in (string[])["minutes", "hours", "days", "weeks", "months", "years"])
        {
            phrases[$"a few {unit}"] = "duration";
            phrases[$"couple of {unit}"] = "duration";
        }
        return phrases;
    }
}
