using System.Text;
using Bleep.Pii.Redaction;

namespace Bleep.Outputs;

/// <summary>Writes a transcript for readers: a paragraph a turn, with the speaker in front where it is known.</summary>
public static class TranscriptTextWriter
{
    /// <summary>Writes all turns that have words.</summary>
    /// <param name="turns">The turns in the order of their start.</param>
    /// <returns>The whole file, lines ended by LF; empty when nothing was said.</returns>
    public static string Write(IEnumerable<RedactedTurn> turns)
    {
        var text = new StringBuilder();
        foreach (var turn in turns.Where(turn => turn.Words.Count > 0))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }
            if (turn.Channel is not null || turn.Speaker is not null)
            {
                text.Append("Speaker ").Append(turn.Channel?.ToString() ?? turn.Speaker).Append(": ");
            }
            text.Append(turn.Text).Append('\n');
        }
        return text.ToString();
    }
}
