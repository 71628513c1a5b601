using System.Text.Json;
using Bleep.Dialogues;

namespace Bleep.Training.Conversion;

/// <summary>
/// Reads calls in the JSON Lines form <c>sid</c>, <c>segments</c>; a segment has what a person heard (<c>human</c>, <c>spans</c>)
/// and what a recogniser wrote (<c>asr</c>, word times, <c>asr_spans</c>, some of them <c>misheard</c>).
/// </summary>
internal static class HarperValley
{
    /// <summary>Converts one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="takeRecognised">True for the recogniser's words, false for the person's.</param>
    public static Dialogue Convert(JsonElement call, bool takeRecognised)
    {
        var turns = call.GetProperty("segments").EnumerateArray()
            .OrderBy(segment => segment.GetProperty("offset_ms").GetDouble())
            .Select(segment => takeRecognised ? Recognised(segment) : Human(segment));
        return new Dialogue([.. turns]) { Id = call.GetProperty("sid").Clone() };
    }

    private static DialogueTurn Human(JsonElement segment) => new()
    {
        Speaker = segment.GetProperty("speaker").GetString(),
        Words = Tokens(segment.GetProperty("human")),
        Spans = Spans(segment.GetProperty("spans")),
    };

    private static DialogueTurn Recognised(JsonElement segment)
    {
        double offset = segment.GetProperty("offset_ms").GetDouble();
        double[] starts = [.. segment.GetProperty("asr_word_offsets_ms").EnumerateArray().Select(value => offset + value.GetDouble())];
        var durations = segment.GetProperty("asr_word_durations_ms").EnumerateArray().Select(value => value.GetDouble());
        return new DialogueTurn
        {
            Speaker = segment.GetProperty("speaker").GetString(),
            Words = Tokens(segment.GetProperty("asr")),
            StartMs = starts,
            EndMs = [.. starts.Zip(durations, (start, duration) => start + duration)],
            Spans = Spans(segment.GetProperty("asr_spans")),
        };
    }

    private static string[] Tokens(JsonElement text) =>
        text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static GoldSpan[] Spans(JsonElement spans) =>
    [
        .. spans.EnumerateArray().Select(span => new GoldSpan(
            span.GetProperty("start").GetInt32(),
            span.GetProperty("end").GetInt32(),
            span.GetProperty("policy").GetString()!,
            span.GetProperty("optional").GetBoolean(),
            span.TryGetProperty("misheard", out var misheard) && misheard.GetBoolean() ? "misheard" : null)),
    ];
}
