namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Numbers that are spoken digit by digit or in groups: telephone, card, account, year.</summary>
internal sealed class DigitStringForm : INumberForm
{
    private const int ShortestString = 3;
    private const long Thousand = 1000;

    /// <summary>A pause this long parts two numbers, unless together they have the length of a telephone or card number.</summary>
    private static readonly TimeSpan PartingPause = TimeSpan.FromSeconds(1.2);

    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        int end = at;
        while (end < run.Items.Count && run.Items[end].Kind != NumberKind.Ordinal
            && (run.Items[end].Kind != NumberKind.Large || run.Items[end].Value < 10 * Thousand))
        {
            end++;
        }
        int count = end - at;
        bool isPronoun = count > 0 && line[run.Items[at].First] == "one" && Determiners.Contains(line[run.Items[at].First - 1]);
        if (count == 0 || isPronoun || count == 1 && !IsLabelled(line, run.Items[at].First))
        {
            return null;
        }
        string digits = run.Digits(at, count);
        bool isAlternative = count == 2 && run.Items[at].Value is > 0 and < 100 && run.Items[at + 1].Value > run.Items[at].Value
            && run.Items[at + 1].Value < 100 && end == run.Items.Count && Quantity.UnitFollows(line, run.End);
        if (isAlternative || digits.Length < ShortestString && !IsLabelled(line, run.Items[at].First))
        {
            return null;
        }
        if (digits == "247" && count == 2 && run.Topic == NumberTopic.None)
        {
            return [Token(run, at, end, "24/7")];
        }
        return Split(run, at, end, digits);
    }

    /// <summary>True where the word before makes digits of any number: 'apartment three', 'option two'.</summary>
    public static bool IsLabelled(SpokenLine line, int index) => line[index - 1] is "apartment" or "apt" or "unit" or "suite" or "room"
        or "gate" or "flight" or "route" or "highway" or "interstate" or "exit" or "page" or "extension" or "option" or "chapter"
        or "version" or "channel" or "box" or "platform" or "press" or "dial" or "lot" or "bus";

    private static readonly HashSet<string> Determiners =
    [
        "this", "that", "the", "no", "which", "each", "every", "another", "any", "next", "other", "new", "old", "right", "wrong",
        "only", "big", "small", "good", "bad", "last", "some",
    ];

    private static List<FormatToken> Split(NumberRun run, int at, int end, string digits)
    {
        var tokens = new List<FormatToken>();
        if (DigitGrouping.IsKnown(digits, run.Topics))
        {
            tokens.Add(Token(run, at, end, DigitGrouping.Write(digits, run.Topics)));
            return tokens;
        }
        for (int first = at; first < end;)
        {
            int cardEnd = CardEnd(run, first, end);
            int next = cardEnd > 0 ? cardEnd : first + 1;
            while (cardEnd < 0 && next < end && run.Line.PauseBefore(run.Items[next].First) <= PartingPause)
            {
                next++;
            }
            bool isAlone = next - first == 1 && run.Items[first] is { Kind: NumberKind.Digit, Length: 1 }
                && !IsLabelled(run.Line, run.Items[first].First);
            tokens.Add(isAlone
                ? new FormatToken(run.Line.Original(run.Items[first].First), run.Items[first].First, run.Items[first].End)
                : Token(run, first, next, DigitGrouping.Write(run.Digits(first, next - first), run.Topics)));
            first = next;
        }
        return tokens;
    }

    /// <summary>Where a card number ends that is followed by more digits in the same breath; -1 when there is none.</summary>
    private static int CardEnd(NumberRun run, int first, int end)
    {
        string digits = "";
        for (int index = first; index < end && digits.Length < DigitGrouping.CardLength; index++)
        {
            digits += run.Items[index].Digits;
            if (digits.Length is DigitGrouping.CardLength or DigitGrouping.AmexLength && index + 1 < end
                && run.Topics.Contains(NumberTopic.Card) && DigitGrouping.PassesLuhn(digits))
            {
                return index + 1;
            }
        }
        return -1;
    }

    private static FormatToken Token(NumberRun run, int first, int end, string text) =>
        new(text, run.Items[first].First, run.Items[end - 1].End, TokenKind.Number);
}
