using System.Collections.Frozen;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>
/// Spelled letters and what mixes letters with digits: 'l o w e r y' stays apart as L O W E R Y, 'seven a b c one two three'
/// becomes 7ABC123.
/// </summary>
internal static class SpelledForm
{
    private const int LongestMix = 40;
    private const int ShortestMix = 3;
    private static readonly TimeSpan PartingPause = TimeSpan.FromSeconds(1.5);

    /// <summary>Names of numbers that are letters themselves; they do not join the number.</summary>
    private static readonly FrozenSet<string> NamesOfNumbers = FrozenSet.ToFrozenSet(
        ["ssn", "cvv", "cvc", "dob", "id", "pin", "vin", "ein", "ip", "po", "us", "tv"]);

    /// <summary>One spelled letter or one number of a mix.</summary>
    private readonly record struct Part(int First, int End, string Text, bool IsLetter);

    /// <summary>Writes the letters that begin here, with the digits among them.</summary>
    /// <returns>Tokens that cover the words; none when the words are to be read otherwise.</returns>
    public static List<FormatToken> Write(SpokenLine line, int first, bool joinDigits)
    {
        var parts = Read(line, first, joinDigits);
        if (line[first] == "o" && parts.Count > 1 && !parts[1].IsLetter)
        {
            return [];
        }
        CutAtNameOfNumber(parts);
        int letters = parts.TakeWhile(part => part.IsLetter).Count();
        if (letters == parts.Count)
        {
            return Letters(line, parts, letters);
        }
        bool beginsWithWord = letters == 1 && IsWord(parts[0].Text) && !DigitStringForm.IsLabelled(line, first);
        if (beginsWithWord || NamesOfNumbers.Contains(string.Concat(parts.Take(letters).Select(part => part.Text))))
        {
            return Letters(line, parts, letters);
        }
        TrimEnd(line, parts);
        bool isMix = parts.Any(part => part.IsLetter) && parts.Any(part => !part.IsLetter);
        int length = parts.Sum(part => part.Text.Length);
        bool isLabelled = DigitStringForm.IsLabelled(line, first);
        if (isMix && (length >= ShortestMix || isLabelled) && !Quantity.UnitFollows(line, parts[^1].End))
        {
            string mix = string.Concat(parts.Select(part => part.Text)).ToUpperInvariant();
            return [new FormatToken(mix, first, parts[^1].End, TokenKind.Number)];
        }
        return letters > 0 ? Letters(line, parts, letters) : [];
    }

    /// <summary>True for a single letter.</summary>
    public static bool IsLetter(string word) => word is [>= 'a' and <= 'z'];

    private static bool IsWord(string letter) => letter is "a" or "i" or "o";

    private static List<Part> Read(SpokenLine line, int first, bool joinDigits)
    {
        var parts = new List<Part>();
        int index = first;
        while (parts.Count < LongestMix && (index == first || line.PauseBefore(index) <= PartingPause))
        {
            bool afterDigit = parts.Count > 0 && !parts[^1].IsLetter;
            if (IsLetter(line[index]) && !(line[index] == "o" && afterDigit))
            {
                if (afterDigit && ClockForm.MeridiemAt(line, index) is not null && (!IsLetter(line[index + 2]) || IsWord(line[index + 2])))
                {
                    break;
                }
                parts.Add(new Part(index, index + 1, line[index], true));
            }
            else if (line[index] is "double" or "triple" && IsLetter(line[index + 1]) && parts.Count > 0)
            {
                parts.Add(new Part(index, index + 2, new string(line[index + 1][0], line[index] == "double" ? 2 : 3), true));
            }
            else if (joinDigits && NumberReader.ReadItem(line, index) is { Kind: not (NumberKind.Ordinal or NumberKind.Large) } item)
            {
                parts.Add(new Part(index, item.End, item.Digits, false));
            }
            else
            {
                break;
            }
            index = parts[^1].End;
        }
        return parts;
    }

    /// <summary>'…one one one one c v v one two three': the name of the next number ends this one.</summary>
    private static void CutAtNameOfNumber(List<Part> parts)
    {
        int digit = parts.FindIndex(part => !part.IsLetter);
        for (int start = digit < 0 ? parts.Count : digit + 1; start < parts.Count; start++)
        {
            if (parts[start].IsLetter && !parts[start - 1].IsLetter
                && NamesOfNumbers.Contains(string.Concat(parts.Skip(start).TakeWhile(part => part.IsLetter).Select(part => part.Text))))
            {
                parts.RemoveRange(start, parts.Count - start);
            }
        }
    }

    /// <summary>'seven a day': the last letter may be a word that begins what follows.</summary>
    private static void TrimEnd(SpokenLine line, List<Part> parts)
    {
        while (parts.Count > 1 && parts[^1].IsLetter && parts[^1].Text is "a" or "i" && line[parts[^1].End].Length > 0)
        {
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private static List<FormatToken> Letters(SpokenLine line, List<Part> parts, int count)
    {
        const int spellingLength = 3;
        var tokens = new List<FormatToken>(count);
        int total = parts.Take(count).Sum(part => part.End - part.First);
        for (int index = 0; index < count; index++)
        {
            // 'a b' may be an article and a letter, 'i b m' is spelled.
            bool isWord = IsWord(parts[index].Text) && total < spellingLength;
            for (int word = parts[index].First; word < parts[index].End; word++)
            {
                tokens.Add(isWord || !IsLetter(line[word])
                    ? new FormatToken(line.Original(word), word, word + 1)
                    : new FormatToken(line[word], word, word + 1, TokenKind.Letter));
            }
        }
        return tokens;
    }
}
