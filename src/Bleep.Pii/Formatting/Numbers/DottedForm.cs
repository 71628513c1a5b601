using System.Globalization;

namespace Bleep.Pii.Formatting.Numbers;

/// <summary>Groups of digits with 'dot' between them: a network address or a version.</summary>
internal sealed class DottedForm : INumberForm
{
    private const int MostGroups = 4;
    private const int LongestGroup = 3;

    public IReadOnlyList<FormatToken>? Write(NumberRun run, int at)
    {
        var line = run.Line;
        if (line[run.End] != "dot" || !NumberWords.IsNumber(line[run.End + 1]))
        {
            return null;
        }
        var groups = new List<string> { run.Digits(at, Math.Min(run.Items.Count - at, LongestGroup + 1)) };
        int end = run.End;
        while (groups.Count < MostGroups && line[end] == "dot" && GroupAt(line, end + 1) is { } group)
        {
            groups.Add(group.Digits);
            end = group.End;
        }
        bool isAddress = groups.Count == MostGroups
            && groups.All(group => group.Length <= LongestGroup && int.Parse(group, CultureInfo.InvariantCulture) <= 255);
        bool isVersion = groups.Count is 2 or 3 && groups.All(group => group.Length <= LongestGroup);
        return isAddress || isVersion
            ? [new FormatToken(string.Join('.', groups), run.Items[at].First, end, TokenKind.Number)]
            : null;
    }

    private static (string Digits, int End)? GroupAt(SpokenLine line, int first)
    {
        string digits = "";
        int end = first;
        while (digits.Length <= LongestGroup && NumberReader.ReadItem(line, end) is { Kind: not NumberKind.Ordinal } item)
        {
            digits += item.Digits;
            end = item.End;
        }
        return digits.Length is 0 or > LongestGroup ? null : (digits, end);
    }
}
