using System.Text.Json;
using Bleep.Dialogues;

namespace Bleep.Training.Conversion;

/// <summary>
/// Reads task dialogues in the JSON Lines form <c>id</c>, <c>turns</c> with <c>text</c>, <c>spans</c> and <c>unlabelled</c> in
/// characters, as written or rewritten the way a recogniser hears them.
/// </summary>
internal static class SchemaGuided
{
    /// <summary>Converts one dialogue.</summary>
    /// <param name="line">The dialogue.</param>
    /// <param name="asSpoken">True to rewrite the text as spoken words.</param>
    public static Dialogue Convert(JsonElement line, bool asSpoken)
    {
        // Half of the dialogues say 'oh' for zero; which half is decided by the name, so that a run can be repeated.
        bool saysOh = line.GetProperty("id").GetString()!.Sum(letter => letter) % 2 == 0;
        var turns = line.GetProperty("turns").EnumerateArray().Select(turn => asSpoken ? Spoken(turn, saysOh) : Written(turn));
        return new Dialogue([.. turns]) { Id = line.GetProperty("id").Clone() };
    }

    private static DialogueTurn Written(JsonElement turn) => new()
    {
        Speaker = turn.GetProperty("speaker").GetString(),
        Text = turn.GetProperty("text").GetString(),
        Spans = [.. Spans(turn)],
        Unlabelled = [.. Unlabelled(turn)],
    };

    private static DialogueTurn Spoken(JsonElement turn, bool saysOh)
    {
        string text = turn.GetProperty("text").GetString()!;
        var points = new CodePoints(text);
        var words = SpokenWriter.Write(text, saysOh);

        (int Start, int End) WordsOf(int startPoint, int endPoint)
        {
            (int start, int end) = (points.ToUnit(startPoint), points.ToUnit(endPoint));
            int first = words.FindIndex(word => word.End > start);
            int last = words.FindLastIndex(word => word.Start < end);
            return first < 0 || last < first ? (0, 0) : (first, last + 1);
        }

        return new DialogueTurn
        {
            Speaker = turn.GetProperty("speaker").GetString(),
            Words = [.. words.Select(word => word.Text)],
            Spans =
            [
                .. Spans(turn).Select(span => (Range: WordsOf(span.Start, span.End), span.Policy))
                    .Where(span => span.Range.End > 0)
                    .Select(span => new GoldSpan(span.Range.Start, span.Range.End, span.Policy)),
            ],
            Unlabelled = [.. Unlabelled(turn).Select(range => WordsOf(range.Start, range.End)).Where(range => range.End > 0)],
        };
    }

    private static IEnumerable<GoldSpan> Spans(JsonElement turn) => turn.GetProperty("spans").EnumerateArray().Select(span => new GoldSpan(
        span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("policy").GetString()!));

    private static IEnumerable<(int Start, int End)> Unlabelled(JsonElement turn) =>
        turn.GetProperty("unlabelled").EnumerateArray().Select(range => (range[0].GetInt32(), range[1].GetInt32()));
}
