using System.Collections.Frozen;
using System.Text;
using Bleep.Pii.Formatting.Numbers;

namespace Bleep.Pii.Formatting.Addresses;

/// <summary>Puts spoken e-mail and web addresses together: 'john dot lowery at gmail dot com', 'w w w dot example dot org'.</summary>
internal static class InternetAddressReader
{
    private const int LongestLocalPart = 40;
    private const int LongestDomain = 12;

    private static readonly FrozenDictionary<string, string> Connectors = new Dictionary<string, string>
    {
        ["dot"] = ".",
        ["period"] = ".",
        ["underscore"] = "_",
        ["dash"] = "-",
        ["hyphen"] = "-",
        ["plus"] = "+",
    }.ToFrozenDictionary();

    /// <summary>What introduces an address: up to here a name of several words may belong to it.</summary>
    private static readonly FrozenSet<string> LeadIns = FrozenSet.ToFrozenSet(
        ["is", "it's", "its", "to", "email", "address", "as", "me", "mail", "that's"]);

    /// <summary>Before 'at', these are no mailbox: 'find us at example dot com'.</summary>
    private static readonly FrozenSet<string> NoMailbox = FrozenSet.ToFrozenSet(
    [
        "me", "us", "him", "her", "them", "it", "you", "we", "i", "go", "look", "find", "visit", "online", "is", "are", "was", "were",
        "website", "site", "page", "store", "here", "there", "that", "this", "the", "a", "available", "work", "works", "out", "up",
        "and", "or", "to", "address", "email", "again", "be", "more", "now", "today",
    ]);

    /// <summary>Well-known names that are heard as two words.</summary>
    private static readonly FrozenSet<(string, string)> SplitNames = FrozenSet.ToFrozenSet(
    [
        ("g", "mail"), ("hot", "mail"), ("proton", "mail"), ("fast", "mail"), ("out", "look"), ("i", "cloud"), ("you", "tube"),
        ("face", "book"),
    ]);

    /// <summary>Words that stand in no internet name when spoken.</summary>
    private static readonly FrozenSet<string> NoLabel = FrozenSet.ToFrozenSet(
    [
        "the", "a", "an", "at", "is", "it's", "on", "in", "of", "to", "and", "or", "my", "your", "their", "our", "with", "from",
        "visit", "website", "site", "see", "called", "not", "no", "yes", "okay",
    ]);

    /// <summary>Finds all addresses of a line.</summary>
    /// <returns>The token for each by its first word; they do not overlap.</returns>
    public static Dictionary<int, FormatToken> Find(SpokenLine line)
    {
        var found = new Dictionary<int, FormatToken>();
        int free = 0;
        for (int index = 0; index < line.Count; index++)
        {
            if (line[index] != "dot" || DomainAround(line, index, free) is not { } domain)
            {
                continue;
            }
            var address = MailboxBefore(line, domain, free) ?? WithPath(line, domain);
            found.Add(address.First, address);
            free = address.End;
            index = address.End - 1;
        }
        return found;
    }

    /// <summary>The internet name around the first 'dot' that leads to a known end: 'gmail dot com', 'example dot co dot uk'.</summary>
    private static FormatToken? DomainAround(SpokenLine line, int dot, int free)
    {
        int first = LabelStart(line, dot, free);
        if (first == dot)
        {
            return null;
        }
        var name = new StringBuilder(Join(line, first, dot));
        int end = dot;
        string last = "";
        for (int labels = 0; labels < LongestDomain && line[end] == "dot"; labels++)
        {
            int next = LabelEnd(line, end + 1);
            if (next == end + 1)
            {
                break;
            }
            last = Join(line, end + 1, next);
            name.Append('.').Append(last);
            end = next;
            if (TopLevelDomains.Contains(last) && line[end] != "dot")
            {
                break;
            }
        }
        return TopLevelDomains.Contains(last) ? new FormatToken(name.ToString(), first, end, TokenKind.Address) : null;
    }

    /// <summary>A label is one word with the numbers after it, or spelled letters ('g mail', 'w w w').</summary>
    private static int LabelStart(SpokenLine line, int end, int free)
    {
        int first = end;
        while (first > free && NumberWords.IsNumber(line[first - 1]) && end - first < LongestDomain)
        {
            first--;
        }
        if (first > free && IsLabelWord(line[first - 1]))
        {
            first--;
            if (first > free && SplitNames.Contains((line[first - 1], line[first])))
            {
                return first - 1;
            }
            bool continues = SpelledForm.IsLetter(line[first]);
            while (continues && first > free && SpelledForm.IsLetter(line[first - 1]) && end - first < LongestDomain)
            {
                first--;
            }
        }
        return first;
    }

    private static int LabelEnd(SpokenLine line, int first)
    {
        int end = first;
        if (TopLevelDomains.Contains(line[first]))
        {
            return first + 1;
        }
        while (SpelledForm.IsLetter(line[end]) && end - first < LongestDomain)
        {
            end++;
            if (TopLevelDomains.Contains(Join(line, first, end)))
            {
                return end;
            }
        }
        return end == first && IsLabelWord(line[first]) ? first + 1 : end;
    }

    private static bool IsLabelWord(string word) =>
        word.Length > 0 && !NoLabel.Contains(word) && !Connectors.ContainsKey(word) && word != "slash";

    /// <summary>The name before 'at', when there is one.</summary>
    private static FormatToken? MailboxBefore(SpokenLine line, FormatToken domain, int free)
    {
        int at = domain.First - 1;
        if (at <= free || line[at] != "at" || !IsMailboxEnd(line, at - 1))
        {
            return null;
        }
        int first = at;
        while (first > free && at - first < LongestLocalPart && IsPiece(line[first - 1]))
        {
            first--;
            if (first - 1 > free && Connectors.ContainsKey(line[first - 1]) && IsPiece(line[first - 2]))
            {
                first--;
            }
            else if (first == free || !Continues(line, first, free))
            {
                break;
            }
        }
        return first == at ? null : new FormatToken($"{Join(line, first, at)}@{domain.Text}", first, domain.End, TokenKind.Address);
    }

    private static bool IsMailboxEnd(SpokenLine line, int index) => !NoMailbox.Contains(line[index])
        || Connectors.ContainsKey(line[index - 1])
        || SpelledForm.IsLetter(line[index]) && SpelledForm.IsLetter(line[index - 1]);

    private static bool IsPiece(string word) => !Connectors.ContainsKey(word) && !LeadIns.Contains(word);

    /// <summary>True when the word before belongs to the mailbox too, without a connector: spelled letters, digits, led-in names.</summary>
    private static bool Continues(SpokenLine line, int first, int free)
    {
        string before = line[first - 1];
        bool isBoundary = !SpelledForm.IsLetter(before)
            && (LeadIns.Contains(before) || NoMailbox.Contains(before) || NoLabel.Contains(before));
        return IsSpelled(line[first]) && IsSpelled(before)
            || !isBoundary && (NumberWords.IsNumber(line[first]) || IsLed(line, first - 1, free));
    }

    private static bool IsSpelled(string word) => SpelledForm.IsLetter(word) || NumberWords.IsNumber(word);

    /// <summary>True when at most two more words part this one from a lead-in: 'my email is john lowery at …'.</summary>
    private static bool IsLed(SpokenLine line, int index, int free)
    {
        const int mostNames = 3;
        for (int place = index; place > index - mostNames && place > free; place--)
        {
            if (LeadIns.Contains(line[place - 1]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>'example dot com slash help' and 'https colon slash slash example dot com'.</summary>
    private static FormatToken WithPath(SpokenLine line, FormatToken domain)
    {
        var text = new StringBuilder(domain.Text);
        int end = domain.End;
        while (line[end] == "slash" && IsLabelWord(line[end + 1]) && end - domain.End < LongestLocalPart)
        {
            text.Append('/').Append(Join(line, end + 1, end + 2));
            end += 2;
        }
        return new FormatToken(text.ToString(), domain.First, end, TokenKind.Address);
    }

    /// <summary>Among spelled letters 'o' is the letter, among digits the zero.</summary>
    private static bool IsLetterO(SpokenLine line, int index, int first, int end) => line[index] == "o"
        && (index > first && SpelledForm.IsLetter(line[index - 1]) || index + 1 < end && SpelledForm.IsLetter(line[index + 1]));

    /// <summary>Words without blanks between them, connectors as signs and numbers as digits.</summary>
    private static string Join(SpokenLine line, int first, int end)
    {
        var text = new StringBuilder();
        for (int index = first; index < end;)
        {
            if (Connectors.TryGetValue(line[index], out string? sign))
            {
                text.Append(sign);
                index++;
            }
            else if (!IsLetterO(line, index, first, end)
                && NumberReader.ReadItem(line, index) is { Kind: not NumberKind.Ordinal } item && item.End <= end)
            {
                text.Append(item.Digits);
                index = item.End;
            }
            else
            {
                text.Append(line[index++].Replace("'", "", StringComparison.Ordinal));
            }
        }
        return text.ToString();
    }
}
