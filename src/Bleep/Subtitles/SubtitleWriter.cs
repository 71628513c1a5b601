using System.Text;
using Bleep.Pii.Redaction;

namespace Bleep.Subtitles;

/// <summary>Writes captions as SubRip or WebVTT.</summary>
public static class SubtitleWriter
{
    /// <summary>Cuts a redacted transcript into captions and writes them. No word and no replacement is ever split.</summary>
    /// <param name="turns">The redacted turns.</param>
    /// <param name="format">The form.</param>
    /// <param name="charsPerCaption">Most characters of a caption, at least 1; null takes the default, see <see cref="CaptionOptions"/>.</param>
    /// <returns>The whole file, lines ended by LF.</returns>
    public static string Write(IEnumerable<RedactedTurn> turns, SubtitleFormat format, int? charsPerCaption = null)
    {
        var options = new CaptionOptions();
        return Write(new CaptionBuilder(charsPerCaption is { } most ? options with { CharsPerCaption = most } : options).Build(turns), format);
    }

    /// <summary>Writes all captions.</summary>
    /// <param name="captions">The captions in the order of their start.</param>
    /// <param name="format">The form.</param>
    /// <returns>The whole file, lines ended by LF.</returns>
    public static string Write(IReadOnlyList<Caption> captions, SubtitleFormat format)
    {
        var file = new StringBuilder();
        if (format == SubtitleFormat.Vtt)
        {
            file.Append("WEBVTT\n\n");
        }
        for (int index = 0; index < captions.Count; index++)
        {
            var caption = captions[index];
            if (format == SubtitleFormat.Srt)
            {
                file.Append(index + 1).Append('\n');
            }
            AppendTime(file, caption.Time.Start, format);
            file.Append(" --> ");
            AppendTime(file, caption.Time.End, format);
            file.Append('\n');
            foreach (string line in caption.Lines)
            {
                file.Append(format == SubtitleFormat.Vtt ? EscapeForVtt(line) : EscapeForSrt(line)).Append('\n');
            }
            file.Append('\n');
        }
        return file.ToString();
    }

    private static void AppendTime(StringBuilder file, TimeSpan time, SubtitleFormat format)
    {
        char point = format == SubtitleFormat.Vtt ? '.' : ',';
        long milliseconds = (long)Math.Round(time.TotalMilliseconds);
        file.Append($"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{point}{milliseconds % 1000:000}");
    }

    private static string EscapeForVtt(string line) => line
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    // SubRip has no escapes; only the arrow can be mistaken for something else.
    private static string EscapeForSrt(string line) => line.Replace("-->", "->", StringComparison.Ordinal);
}
