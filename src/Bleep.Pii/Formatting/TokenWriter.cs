using Bleep.Pii.Formatting.Addresses;
using Bleep.Pii.Formatting.Numbers;

namespace Bleep.Pii.Formatting;

/// <summary>Turns the spoken words of a line into tokens: addresses, spelled letters, numbers and plain words, without a gap.</summary>
internal static class TokenWriter
{
    public static List<FormatToken> Write(SpokenLine line, FormatOptions options)
    {
        var tokens = new List<FormatToken>(line.Count);
        var addresses = options.InternetAddresses ? InternetAddressReader.Find(line) : [];
        for (int index = 0; index < line.Count; index = tokens[^1].End)
        {
            if (addresses.TryGetValue(index, out var address))
            {
                tokens.Add(address);
            }
            else
            {
                tokens.AddRange(WriteWords(line, index, options));
            }
        }
        return tokens;
    }

    private static List<FormatToken> WriteWords(SpokenLine line, int index, FormatOptions options)
    {
        bool isArticle = NumberReader.IsArticle(line, index);
        bool isNumber = options.Numerals && (isArticle || NumberWords.IsNumber(line[index]));
        if ((SpelledForm.IsLetter(line[index]) || isNumber) && !isArticle)
        {
            var spelled = SpelledForm.Write(line, index, options.Numerals);
            if (spelled.Count > 0)
            {
                return spelled;
            }
        }
        var numbers = isNumber ? NumberFormatter.Write(line, index, options) : [];
        return numbers.Count > 0 ? numbers : [new FormatToken(line.Original(index), index, index + 1)];
    }
}
