using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>The names of the months.</summary>
internal static class Months
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]);

    private static readonly FrozenSet<string> LeadIns = FrozenSet.ToFrozenSet(
    [
        "on", "of", "in", "since", "by", "until", "till", "from", "to", "last", "next", "this", "early", "late", "mid", "through",
        "birth", "birthday", "is", "was", "are", "were", "before", "after", "for", "and", "between", "during", "every",
    ]);

    /// <summary>True for the name of a month, also where it could be another word.</summary>
    public static bool IsMonth(string word) => Names.Contains(word);

    /// <summary>True when the word at this place is a month: 'march' and 'may' need something that says so.</summary>
    public static bool IsMonthAt(SpokenLine line, int index) => line[index] switch
    {
        "march" or "may" => LeadIns.Contains(line[index - 1]) || index == 0 && NumberWords.IsNumber(line[1])
            || NumberWords.TryOrdinal(line[index + 1], out _)
            || NumberWords.TryTens(line[index + 1], out _) && NumberWords.TryOrdinal(line[index + 2], out _)
            || line[index + 1] == "the" && NumberWords.TryOrdinal(line[index + 2], out _)
            || DateForm.YearAt(line, index + 1) is not null,
        var word => Names.Contains(word),
    };
}
