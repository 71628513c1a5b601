using System.Text;
using System.Text.RegularExpressions;
using Bleep.Training.Conversion;

namespace Bleep.Training.Tagger;

/// <summary>Rewrites labelled text as a recogniser would have heard it read aloud.</summary>
internal static partial class SpokenStyle
{
    /// <summary>Rewrites a document; addresses of the net and mentions, which nobody reads aloud, are left out.</summary>
    public static LabelledDocument Write(LabelledDocument document) => document with
    {
        IsSpoken = true,
        Turns = [.. document.Turns.Select(Write).Where(turn => turn.Text.Length > 0)],
    };

    private static LabelledText Write(LabelledText turn)
    {
        // Blanks of the same length keep the offsets.
        string source = Unspoken().Replace(turn.Text, match => new string(' ', match.Length));
        var text = new StringBuilder();
        var ranges = new List<LabelledRange>();
        int range = 0;
        int open = -1;
        foreach (var word in SpokenWriter.Write(source, saysOh: true))
        {
            text.Append(text.Length > 0 ? " " : "");
            int start = text.Length;
            text.Append(word.Text);
            while (range < turn.Ranges.Count && turn.Ranges[range].End <= word.Start)
            {
                range++;
            }
            if (range == turn.Ranges.Count || turn.Ranges[range].Start >= word.End)
            {
                continue;
            }
            if (open == range && ranges.Count > 0)
            {
                ranges[^1] = ranges[^1] with { End = text.Length };
            }
            else
            {
                ranges.Add(new LabelledRange(start, text.Length, turn.Ranges[range].Kind));
                open = range;
            }
        }
        return new LabelledText(text.ToString(), ranges);
    }

    [GeneratedRegex(@"https?://\S*|@\w+|\bRT\b|[#]|[\d-[0-9]]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unspoken();
}
