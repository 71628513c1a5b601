using System.Globalization;
using Bleep.Pii.Redaction;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Views;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary>A transcript in sentences, in paragraphs, and what was hidden in it. All from the redacted words.</summary>
/// <param name="lookup">Finds the transcript.</param>
internal sealed class ViewEndpoints(TranscriptLookup lookup)
{
    /// <summary><c>GET …/sentences</c></summary>
    public async Task<SentencesResponse> SentencesAsync(HttpContext context, string id)
    {
        (var record, var result) = await lookup.ReadCompletedAsync(context, id);
        var turns = ResultTurns.Of(result);
        return new SentencesResponse(
            record.Id.ToString(), ConfidenceOf(turns), TranscriptResponseBuilder.SecondsOf(result),
            [
                .. SentenceList.Of(turns).Select(part => new SentenceResponse(
                    part.Text, Ms(part.Time.Start), Ms(part.Time.End), part.Confidence, WordsOf(part), ChannelOf(part), part.Speaker)),
            ],
            result.SpeechModel);
    }

    /// <summary><c>GET …/paragraphs</c></summary>
    public async Task<ParagraphsResponse> ParagraphsAsync(HttpContext context, string id)
    {
        (var record, var result) = await lookup.ReadCompletedAsync(context, id);
        var turns = ResultTurns.Of(result);
        return new ParagraphsResponse(
            record.Id.ToString(), ConfidenceOf(turns), TranscriptResponseBuilder.SecondsOf(result),
            [
                .. ParagraphList.Of(turns).Select(part => new ParagraphResponse(
                    part.Text, Ms(part.Time.Start), Ms(part.Time.End), part.Confidence, WordsOf(part))),
            ],
            result.SpeechModel);
    }

    /// <summary><c>GET …/redactions</c></summary>
    public async Task<RedactionsResponse> RedactionsAsync(HttpContext context, string id)
    {
        (var record, var result) = await lookup.ReadCompletedAsync(context, id);
        return new RedactionsResponse(
            record.Id.ToString(),
            [.. result.Redactions.Select(one => new RedactionResponse(one.Policy, one.StartMs, one.EndMs, one.Score, one.Recognizer))]);
    }

    private static double ConfidenceOf(IReadOnlyList<RedactedTurn> turns) => WordList.ConfidenceOf(WordList.Of(turns));

    private static List<WordResponse> WordsOf(TranscriptPart part) =>
    [
        .. part.Words.Select(word => new WordResponse(
            word.Text, Ms(word.Start), Ms(word.End), word.Confidence, part.Speaker, ChannelOf(part))),
    ];

    private static string? ChannelOf(TranscriptPart part) => part.Channel?.ToString(CultureInfo.InvariantCulture);

    private static long Ms(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
