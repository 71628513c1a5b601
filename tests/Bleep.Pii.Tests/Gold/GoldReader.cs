using System.Text;
using System.Text.RegularExpressions;

namespace Bleep.Pii.Tests.Gold;

/// <summary>Reads dialogues with inline marks; the head of <c>gold.txt</c> says how they are written.</summary>
internal static partial class GoldReader
{
    /// <summary>Reads all dialogues.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <exception cref="FormatException">A line is neither header, turn, continuation nor comment, or a mark is wrong.</exception>
    public static IReadOnlyList<GoldDialogue> Read(IEnumerable<string> lines)
    {
        var dialogues = new List<GoldDialogue>();
        List<GoldTurn> turns = [];
        string? open = null;
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.StartsWith("  ", StringComparison.Ordinal) && open is not null)
            {
                open += "\n" + line.Trim();
                continue;
            }
            Close();
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }
            if (Header().Match(line) is { Success: true } header)
            {
                turns = [];
                dialogues.Add(new GoldDialogue(header.Groups[1].Value, header.Groups[2].Value == "spoken", turns));
            }
            else if (dialogues.Count > 0 && Speech().IsMatch(line))
            {
                open = line;
            }
            else
            {
                throw new FormatException($"Line {number} is neither a header nor a turn.");
            }
        }
        Close();
        return dialogues;

        void Close()
        {
            if (open is not null)
            {
                int colon = open.IndexOf(':', StringComparison.Ordinal);
                turns.Add(ReadTurn(open[..colon], open[(colon + 1)..].TrimStart(' ')));
                open = null;
            }
        }
    }

    /// <summary>Takes the marks out of one turn.</summary>
    /// <param name="speaker">Who says it.</param>
    /// <param name="marked">The text with its marks.</param>
    /// <exception cref="FormatException">A brace is left over.</exception>
    public static GoldTurn ReadTurn(string speaker, string marked)
    {
        var text = new StringBuilder();
        var marks = new List<GoldMark>();
        int last = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, last, match.Index - last);
            string value = match.Groups["value"].Value;
            bool optional = match.Groups["optional"].Success;
            string[] policies = match.Groups["policies"].Value.Split('|');
            string? group = match.Groups["group"] is { Success: true } named ? named.Value : null;
            int before = optional ? 0 : ArticleBefore().Match(text.ToString()) is { Success: true } stands ? stands.Length : 0;
            if (before > 0)
            {
                marks.Add(new GoldMark(text.Length - before, text.Length, policies, IsOptional: true, Group: null));
            }
            int article = optional || policies[0] == "blood_type" ? 0 : Article().Match(value) is { Success: true } begins ? begins.Length : 0;
            if (article > 0)
            {
                marks.Add(new GoldMark(text.Length, text.Length + article, policies, IsOptional: true, Group: null));
            }
            marks.Add(new GoldMark(text.Length + article, text.Length + value.Length, policies, optional, group));
            text.Append(value);
            last = match.Index + match.Length;
        }
        text.Append(marked, last, marked.Length - last);
        string plain = text.ToString();
        return plain.AsSpan().ContainsAny('{', '}')
            ? throw new FormatException($"A mark of '{speaker}: {marked}' is wrong.")
            : new GoldTurn(speaker, plain, marks);
    }

    [GeneratedRegex(@"^# (\S+) (spoken|written)$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^[a-z0-9]+: ?\S")]
    private static partial Regex Speech();

    [GeneratedRegex(@"\{(?<policies>[a-z_|]+)(?<optional>\?)?(?:!(?<group>[a-z]+))?:(?<value>[^{}]+)\}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=^|\s)(?:the|an?) $", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleBefore();

    // 'a scar' begins with an article, the spelled 'a b c' with a letter; so does the blood group 'a positive'.
    [GeneratedRegex(@"^(?:the |an |a (?=\w\w))", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
