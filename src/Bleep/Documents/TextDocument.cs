using System.Text.RegularExpressions;
using Bleep.Transcripts;

namespace Bleep.Documents;

/// <summary>
/// Plain text as the turns that detection takes: a written dialogue is cut at its speakers, so that questions explain the answers
/// below them; any other text is one turn, since its lines may break anywhere.
/// </summary>
public static partial class TextDocument
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The turns in order; together they hold all of the text but the colons after names.</returns>
    public static IReadOnlyList<TextPiece> Cut(string text)
    {
        var speakers = SpeakerPattern().Matches(text);
        if (speakers.Count < 2 || speakers.Count * 2 < FilledLines(text))
        {
            return [new TextPiece(default, new CharRange(0, text.Length))];
        }
        var pieces = new List<TextPiece>();
        if (speakers[0].Index > 0)
        {
            pieces.Add(new TextPiece(default, new CharRange(0, speakers[0].Index)));
        }
        for (int index = 0; index < speakers.Count; index++)
        {
            var name = speakers[index].Groups["name"];
            int end = index + 1 < speakers.Count ? speakers[index + 1].Index : text.Length;
            pieces.Add(new TextPiece(
                new CharRange(name.Index, name.Index + name.Length), new CharRange(speakers[index].Index + speakers[index].Length, end)));
        }
        return pieces;
    }

    private static int FilledLines(string text)
    {
        int count = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            count += line.IsWhiteSpace() ? 0 : 1;
        }
        return count;
    }

    [GeneratedRegex(
        @"^[ \t]*(?<name>\p{L}[\p{L}\p{N} ._'-]{0,30}):(?=\s|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SpeakerPattern();
}
