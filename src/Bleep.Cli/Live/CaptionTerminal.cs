using Bleep.Cli.Output;
using Bleep.Live;
using Bleep.Pii.Redaction;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bleep.Cli.Live;

/// <summary>A line a turn, and below them the turn that goes on, rewritten in place.</summary>
/// <param name="console">The terminal; one that understands control sequences.</param>
internal sealed class CaptionTerminal(IAnsiConsole console) : ICaptions
{
    private const string StartOfEmptyLine = "\r\u001b[2K";
    private const string More = "… ";

    private bool _isShown;

    public bool ShowsPartials => true;

    public void ShowPartial(RedactedTurn turn)
    {
        Clear();
        if (turn.Words.Count > 0)
        {
            console.Write(new Text(Fit(ErrorLine.Clean(turn.Text)), new Style(decoration: Decoration.Dim)));
            _isShown = true;
        }
    }

    public void ShowFinal(LiveTurn turn)
    {
        Clear();
        console.WriteLine(CaptionLines.LineOf(turn.Formatted));
    }

    public void Clear()
    {
        if (_isShown)
        {
            console.Write(new ControlCode(StartOfEmptyLine));
            _isShown = false;
        }
    }

    /// <summary>The end of a text that fits on a line: one that wraps could not be rewritten.</summary>
    private string Fit(string text)
    {
        int width = Math.Max(1, console.Profile.Width - 1);
        if (CellsOf(text) <= width)
        {
            return text;
        }
        int start = 0;
        while (start < text.Length && CellsOf(text[start..]) > width - More.Length)
        {
            int blank = text.IndexOf(' ', start);
            start = blank < 0 ? text.Length : blank + 1;
        }
        return More + text[start..];
    }

    private static int CellsOf(string text) => new Segment(text).CellCount();
}
