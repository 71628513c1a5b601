using System.Globalization;

namespace Bleep.Speech.Models.Files;

/// <summary>The symbols a model writes, of its <c>tokens.txt</c>: a line a symbol, <c>symbol id</c>.</summary>
/// <param name="Size">Number of symbols.</param>
/// <param name="HasBlank">True when one of them stands for silence.</param>
/// <param name="HasLower">True when letters come in lower case.</param>
/// <param name="HasUpper">True when letters come in capitals.</param>
/// <param name="HasMarks">True when it writes commas or question marks.</param>
internal sealed record TokenTable(int Size, bool HasBlank, bool HasLower, bool HasUpper, bool HasMarks)
{
    private const long MaxBytes = 32L << 20;

    private static readonly string[] Blanks = ["<blk>", "<blank>", "<eps>"];

    /// <summary>Reads and checks a table.</summary>
    /// <exception cref="InvalidDataException">It is none: an id is missing, no number, or there twice.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TokenTable Read(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new InvalidDataException("too large for a table of tokens");
        }
        var ids = new HashSet<int>();
        bool hasBlank = false, hasLower = false, hasUpper = false, hasMarks = false;
        foreach (var line in File.ReadLines(path))
        {
            var text = line.AsSpan().TrimEnd();
            if (text.IsEmpty)
            {
                continue;
            }
            // An id alone stands for a blank between words.
            int space = text.LastIndexOfAny(' ', '\t');
            var symbol = space < 0 ? "" : text[..space].Trim();
            if (!int.TryParse(text[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int id) || !ids.Add(id))
            {
                throw new InvalidDataException("not a table of tokens");
            }
            bool isSpecial = symbol.Length > 1 && symbol[0] == '<';
            hasBlank |= isSpecial && Blanks.AsSpan().Contains(symbol.ToString());
            hasMarks |= symbol is "," or "?" or "\u2581," or "\u2581?";
            if (!isSpecial)
            {
                foreach (char unit in symbol)
                {
                    hasLower |= char.IsLower(unit);
                    hasUpper |= char.IsUpper(unit);
                }
            }
        }
        if (ids.Count == 0 || ids.Max() != ids.Count - 1)
        {
            throw new InvalidDataException("not a table of tokens");
        }
        return new TokenTable(ids.Count, hasBlank, hasLower, hasUpper, hasMarks);
    }
}
