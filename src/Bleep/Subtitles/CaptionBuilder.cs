using Bleep.Pii.Redaction;
using Bleep.Transcripts;

namespace Bleep.Subtitles;

/// <summary>Cuts a redacted transcript into captions: whole words only, at the ends of sentences and at pauses where it can.</summary>
/// <param name="options">How long captions may be.</param>
public sealed class CaptionBuilder(CaptionOptions options)
{
    /// <summary>Cuts every turn by itself, so that no caption mixes speakers.</summary>
    /// <param name="turns">The redacted turns.</param>
    /// <returns>The captions in the order of their start.</returns>
    public IReadOnlyList<Caption> Build(IEnumerable<RedactedTurn> turns)
    {
        var captions = new List<Caption>();
        foreach (var turn in turns)
        {
            // Blanks inside a replacement that the user wrote may not break a line of the file.
            var words = turn.Words.Where(word => !string.IsNullOrWhiteSpace(word.Text))
                .Select(word => word with { Text = string.Join(' ', word.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) })
                .ToList();
            for (int start = 0; start < words.Count;)
            {
                int end = EndOfCaption(words, start);
                captions.Add(Make(words, start, end));
                start = end;
            }
        }
        var ordered = captions.OrderBy(caption => caption.Time.Start).ToList();
        return [.. ordered.Select((caption, index) => Lengthen(caption, index + 1 < ordered.Count ? ordered[index + 1].Time.Start : null))];
    }

    /// <summary>Index of the first word that no longer belongs to the caption that begins at <paramref name="start"/>.</summary>
    private int EndOfCaption(List<RedactedWord> words, int start)
    {
        int length = 0;
        int best = start + 1;
        int bestRank = -1;
        for (int index = start; index < words.Count; index++)
        {
            length += words[index].Text.Length + (index > start ? 1 : 0);
            bool fits = length <= options.CharsPerCaption && words[index].End - words[start].Start <= options.MaxDuration;
            if (!fits && index > start)
            {
                return best;
            }
            int rank = RankOfBreakAfter(words, index);
            // A caption of one or two words is not worth a sentence mark; a long pause always ends it.
            bool isLongEnough = length * 3 >= options.CharsPerCaption;
            if (rank == int.MaxValue || (rank >= 3 && isLongEnough))
            {
                return index + 1;
            }
            if (rank >= bestRank || !isLongEnough)
            {
                best = index + 1;
                bestRank = isLongEnough ? rank : -1;
            }
        }
        return words.Count;
    }

    private int RankOfBreakAfter(List<RedactedWord> words, int index)
    {
        if (index + 1 >= words.Count)
        {
            return int.MaxValue;
        }
        var pause = words[index + 1].Start - words[index].End;
        if (pause >= options.LongPause)
        {
            return int.MaxValue;
        }
        char last = words[index].Text[^1];
        return (last is '.' or '?' or '!' or '…' ? 3 : 0) + (last is ',' or ';' or ':' ? 1 : 0) + (pause >= options.ShortPause ? 2 : 0);
    }

    private Caption Make(List<RedactedWord> words, int start, int end)
    {
        var lastEnd = words[start].End;
        for (int index = start; index < end; index++)
        {
            lastEnd = words[index].End > lastEnd ? words[index].End : lastEnd;
        }
        return new Caption(new TimeRange(words[start].Start, lastEnd), BreakLines(words, start, end));
    }

    private List<string> BreakLines(List<RedactedWord> words, int start, int end)
    {
        string[] texts = [.. words.Skip(start).Take(end - start).Select(word => word.Text)];
        int total = texts.Sum(text => text.Length + 1) - 1;
        if (total <= options.CharsPerLine)
        {
            return [string.Join(' ', texts)];
        }
        // As many lines as needed, filled evenly: two lines of 25 read better than one of 42 and one of 8.
        int lineCount = (total + options.CharsPerLine - 1) / options.CharsPerLine;
        for (int width = (total + lineCount - 1) / lineCount; ; width++)
        {
            var lines = Wrap(texts, width);
            if (lines.Count <= lineCount)
            {
                return lines;
            }
        }
    }

    private static List<string> Wrap(string[] texts, int width)
    {
        var lines = new List<string>();
        foreach (string text in texts)
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + text.Length <= width)
            {
                lines[^1] = $"{lines[^1]} {text}";
            }
            else
            {
                lines.Add(text);
            }
        }
        return lines;
    }

    private Caption Lengthen(Caption caption, TimeSpan? nextStart)
    {
        var end = caption.Time.Start + options.MinDuration;
        if (nextStart is { } limit && end > limit)
        {
            end = limit;
        }
        return end > caption.Time.End ? caption with { Time = caption.Time with { End = end } } : caption;
    }
}
