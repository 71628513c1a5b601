using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>House number and street: 'twelve fifty main street', 'forty two fifth avenue'.</summary>
internal sealed class StreetForm : INumberForm
{
    private const int LongestName = 3;
    private const int LongestHouseNumber = 6;

    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(
    [
        "street", "avenue", "road", "drive", "lane", "boulevard", "court", "place", "way", "circle", "terrace", "parkway", "highway",
        "square", "trail", "crescent", "alley", "turnpike", "plaza",
    ]);

    private static readonly FrozenSet<string> NoName = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "in", "on", "of", "to", "at", "by", "for", "from", "with", "and", "or", "is", "are", "was", "were", "i",
        "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "their", "our", "this", "that", "more", "other", "long",
        "short", "quick", "hour", "hours", "minute", "minutes", "day", "days", "mile", "miles", "block", "blocks", "people", "way",
        "lane", "cars", "times", "houses", "some", "one", "down", "up", "off", "per", "percent", "dollars", "dollar", "if", "not",
    ]);

    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        int last = run.Items.Count - 1;
        bool hasOrdinal = run.Items[last].Kind == NumberKind.Ordinal && last >= at;
        int suffix = SuffixAfter(line, run.End, needsName: !hasOrdinal);
        int houseItems = run.Items.Count - at - (hasOrdinal ? 1 : 0);
        if (suffix < 0 || houseItems > LongestHouseNumber
            || run.Items.Skip(at).Take(houseItems).Any(item => item.Kind == NumberKind.Ordinal))
        {
            return null;
        }
        var tokens = new List<FormatToken>();
        if (houseItems > 0)
        {
            string house = run.Digits(at, houseItems);
            if (hasOrdinal && houseItems == 1 && run.Items[at].Kind == NumberKind.Digit && run.Items[last].Length == 2)
            {
                return [.. HouseAndStreet(run, at, last), .. Names(run.Line, run.End, suffix)];
            }
            if (house.Length > LongestHouseNumber)
            {
                return null;
            }
            tokens.Add(new FormatToken(house, run.Items[at].First, run.Items[at + houseItems - 1].End, TokenKind.Number));
        }
        if (hasOrdinal)
        {
            tokens.Add(new FormatToken(NumberWords.OrdinalText(run.Items[last].Value), run.Items[last].First, run.End, TokenKind.Number));
        }
        tokens.AddRange(Names(line, run.End, suffix));
        return tokens;
    }

    /// <summary>'three twenty first street' is 320 First Street, hardly number 3 of a 21st.</summary>
    private static IEnumerable<FormatToken> HouseAndStreet(NumberRun run, int house, int street)
    {
        var ordinal = run.Items[street];
        long tens = ordinal.Value / 10 * 10;
        yield return new FormatToken($"{run.Items[house].Digits}{tens}", run.Items[house].First, ordinal.First + 1, TokenKind.Number);
        yield return new FormatToken(NumberWords.OrdinalText(ordinal.Value - tens), ordinal.First + 1, ordinal.End, TokenKind.Number);
    }

    private static IEnumerable<FormatToken> Names(SpokenLine line, int first, int last) =>
        Enumerable.Range(first, last + 1 - first).Select(index => new FormatToken(line.Original(index), index, index + 1, TokenKind.Name));

    private static int SuffixAfter(SpokenLine line, int first, bool needsName)
    {
        for (int index = first; index <= first + LongestName; index++)
        {
            if (Suffixes.Contains(line[index]) && (index > first || !needsName))
            {
                return index;
            }
            if (line[index].Length == 0 || NoName.Contains(line[index]) || NumberWords.IsNumber(line[index]))
            {
                return -1;
            }
        }
        return -1;
    }
}
