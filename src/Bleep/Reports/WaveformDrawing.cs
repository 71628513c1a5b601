using System.Text;
using Bleep.Media.Waveforms;
using Bleep.Outputs;
using Bleep.Transcripts;

namespace Bleep.Reports;

/// <summary>Draws the outline of the masked sound with its masked parts in the colours of their policies, as SVG without scripts.</summary>
internal sealed class WaveformDrawing(TextWriter html, WaveformPeaks peaks, Audit audit, PolicyColors colors)
{
    private const double Width = 1000;
    private const double Height = 150;
    private const double CapHeight = 5;
    private const int MaxColumns = 800;
    private const int TickCount = 6;

    /// <summary>Narrowest mark of a mask, so that one of half a second is to be seen in an hour.</summary>
    private const double MinWidth = 1.6;

    public void Write()
    {
        html.Write($"<div class=\"wave\"><svg viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Waveform of the redacted sound\">\n");
        html.Write($"<line class=\"middle\" x1=\"0\" x2=\"{Width}\" y1=\"{Height / 2}\" y2=\"{Height / 2}\"/>\n");
        html.Write($"<path class=\"sound\" d=\"{Outline()}\"/>\n");
        foreach ((var redaction, var time) in Stretches())
        {
            WriteMask(redaction, time);
        }
        html.Write($"<line class=\"head\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"{Height}\"/>\n</svg></div>\n<div class=\"ticks\">");
        for (int tick = 0; tick <= TickCount; tick++)
        {
            html.Write($"<span>{ClockTime.Format(peaks.Duration * tick / TickCount)}</span>");
        }
        html.Write("</div>\n");
    }

    /// <summary>Cuts overlapping findings, so that every stretch of time has the colour of the surest one.</summary>
    private List<(Redaction Redaction, TimeRange Time)> Stretches()
    {
        var drawn = Timeline.Empty;
        var stretches = new List<(Redaction, TimeRange)>();
        foreach (var redaction in audit.Redactions.OrderByDescending(redaction => redaction.Score))
        {
            var padded = Timeline.Of([redaction.Time.Pad(audit.Settings.Padding)]);
            stretches.AddRange(padded.Subtract(drawn).Ranges.Select(time => (redaction, time)));
            drawn = drawn.Union(padded);
        }
        return stretches;
    }

    private void WriteMask(Redaction redaction, TimeRange time)
    {
        double total = peaks.Duration.TotalSeconds;
        if (total <= 0)
        {
            return;
        }
        double x = Width * Math.Min(1, time.Start.TotalSeconds / total);
        double width = Math.Max(MinWidth, (Width * Math.Min(1, time.End.TotalSeconds / total)) - x);
        string tip = ReportWriter.Encode($"{ReportWriter.Words(redaction.Policy)}\nscore {redaction.Score:F2}, {redaction.Recognizer}\n"
            + $"{ClockTime.FormatExact(redaction.Time.Start)} – {ClockTime.FormatExact(redaction.Time.End)}");
        string place = $"x=\"{ReportWriter.Number(x)}\" width=\"{ReportWriter.Number(width)}\"";
        string color = colors.ClassOf(redaction.Policy);
        html.Write($"<rect class=\"band {color}\" {place} y=\"0\" height=\"{Height}\" data-tip=\"{tip}\"/>"
            + $"<rect class=\"cap {color}\" {place} y=\"0\" height=\"{CapHeight}\"/>\n");
    }

    /// <summary>One closed shape: the highest samples from left to right, the lowest back again.</summary>
    private string Outline()
    {
        int columns = Math.Min(MaxColumns, peaks.Count);
        if (columns == 0)
        {
            return "";
        }
        // Quiet recordings are drawn larger, so that speech is to be seen; the loudest part fills the height.
        double loudest = Math.Max(peaks.Highest.Max(), -peaks.Lowest.Min());
        double scale = loudest > 0 ? 0.94 * ((Height / 2) - CapHeight) / loudest : 0;
        var upper = new StringBuilder("M");
        var lower = new StringBuilder();
        for (int column = 0; column < columns; column++)
        {
            int from = (int)((long)column * peaks.Count / columns);
            int to = Math.Max(from + 1, (int)((long)(column + 1) * peaks.Count / columns));
            string x = ReportWriter.Number(Width * (column + 0.5) / columns);
            double highest = Math.Max(0.4, peaks.Highest.AsSpan()[from..to].ToArray().Max() * scale);
            double lowest = Math.Max(0.4, -peaks.Lowest.AsSpan()[from..to].ToArray().Min() * scale);
            upper.Append($"{x} {(Height / 2) - highest:0.#} ");
            lower.Insert(0, $"{x} {(Height / 2) + lowest:0.#} ");
        }
        return $"{upper}{lower}Z";
    }
}
