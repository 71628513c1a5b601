using System.Globalization;
using Bleep.Cli.Output;
using Bleep.Live;
using Bleep.Pii.Redaction;

namespace Bleep.Cli.Live;

/// <summary>A line a turn, for pipes and files.</summary>
internal sealed class CaptionLines(TextWriter output) : ICaptions
{
    public bool ShowsPartials => false;

    public void ShowPartial(RedactedTurn turn)
    {
    }

    public void ShowFinal(LiveTurn turn) => output.WriteLine(LineOf(turn.Formatted));

    public void Clear()
    {
    }

    /// <summary>When a turn began, and what was said.</summary>
    public static string LineOf(RedactedTurn turn) =>
        ErrorLine.Clean($"{turn.Words[0].Start.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)}  {turn.Text}");
}
