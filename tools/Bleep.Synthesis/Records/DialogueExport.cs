using System.Text.Json;
using Bleep.Dialogues;

namespace Bleep.Synthesis.Records;

/// <summary>Turns calls into the dialogues that <c>bleep detect</c> and <c>bleep eval</c> read.</summary>
public static class DialogueExport
{
    /// <summary>The call as a recogniser would write it: lower-case words, spans over words.</summary>
    /// <param name="call">The call.</param>
    public static Dialogue Spoken(SyntheticCall call) => new([.. call.Turns.Select(turn => new DialogueTurn
    {
        Speaker = turn.Speaker,
        Words = [.. turn.Words.Select(word => word.Text)],
        Spans = [.. turn.Spans.Select(span => Gold(span, span.Start, span.End))],
        Unlabelled = turn.Unlabelled,
    })])
    {
        Id = Id(call),
    };

    /// <summary>The call as a writer puts it: text with marks and figures, spans over Unicode code points.</summary>
    /// <param name="call">The call.</param>
    public static Dialogue Written(SyntheticCall call) => new([.. call.Turns.Select(WrittenTurn)]) { Id = Id(call) };

    private static DialogueTurn WrittenTurn(CallTurn turn)
    {
        var points = new CodePoints(turn.Written);
        return new DialogueTurn
        {
            Speaker = turn.Speaker,
            Text = turn.Written,
            Spans = [.. turn.WrittenSpans.Select(span => Gold(span, points.ToPoint(span.Start), points.EndToPoint(span.End)))],
            Unlabelled = [.. turn.WrittenUnlabelled.Select(range => (points.ToPoint(range.Start), points.EndToPoint(range.End)))],
        };
    }

    private static GoldSpan Gold(CallSpan span, int start, int end) => new(start, end, span.Policy, span.Optional, span.Group);

    private static JsonElement Id(SyntheticCall call) => JsonSerializer.SerializeToElement(call.Id);
}
