using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Hosting;
using Bleep.Subtitles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Bleep.Server.AssemblyAi;

/// <summary>The AssemblyAI-compatible interface for recordings: its routes, and what they need.</summary>
internal static class AssemblyAiRoutes
{
    private const string CharsPerCaption = "chars_per_caption";
    private const string CharsPerCaptionMeaning = "Most characters of a caption.";

    /// <summary>Adds what the endpoints are made of.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddAssemblyAi(this IServiceCollection services) => services
        .AddSingleton<UploadUrls>()
        .AddSingleton<TranscriptRequestParser>()
        .AddSingleton<TranscriptLookup>()
        .AddSingleton<RedactedMediaLinks>()
        .AddSingleton<Jobs.IJobAnnouncer, WebhookAnnouncer>()
        .AddSingleton<UploadEndpoint>()
        .AddSingleton<TranscriptEndpoints>()
        .AddSingleton<ListEndpoint>()
        .AddSingleton<ViewEndpoints>()
        .AddSingleton<SubtitleEndpoint>()
        .AddSingleton<WordSearchEndpoint>()
        .AddSingleton<RedactedMediaEndpoints>()
        .AddSingleton<RedactTextEndpoint>();

    /// <summary>Adds the routes; each needs a key.</summary>
    /// <param name="routes">Where they are added.</param>
    public static RouteGroupBuilder MapAssemblyAi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v2").WithTags("Transcripts");
        group.MapPost("/upload", async (HttpContext context, UploadEndpoint endpoint) => Json(await endpoint.HandleAsync(context)))
            .Produces<UploadResponse>().WithSummary("Upload a recording").TakesBytes();
        group.MapPost("/transcript", async (HttpContext context, TranscriptEndpoints endpoint) => Json(await endpoint.CreateAsync(context)))
            .Produces<TranscriptResponse>().WithSummary("Transcribe and redact a recording").Takes<TranscriptParams>();
        group.MapGet("/transcript", async (HttpContext context, ListEndpoint endpoint) => Json(await endpoint.HandleAsync(context)))
            .Produces<TranscriptListResponse>().WithSummary("List transcripts, newest first")
            .TakesQuery("limit", JsonSchemaType.Integer, "Most transcripts of the page, 1 to 200; default 10.")
            .TakesQuery("status", JsonSchemaType.String, "Only these: queued, processing, completed or error.")
            .TakesQuery("created_on", JsonSchemaType.String, "Only those of this day, such as 2026-01-31, in UTC.")
            .TakesQuery("before_id", JsonSchemaType.String, "Only those older than this one.")
            .TakesQuery("after_id", JsonSchemaType.String, "Only those newer than this one, the nearest to it.");
        var one = group.MapGroup("/transcript/{id}");
        one.MapGet("", async (HttpContext context, string id, TranscriptEndpoints endpoint) => Json(await endpoint.GetAsync(context, id)))
            .Produces<TranscriptResponse>().WithSummary("Read a transcript");
        one.MapDelete("", async (HttpContext context, string id, TranscriptEndpoints endpoint) => Json(await endpoint.DeleteAsync(context, id)))
            .Produces<TranscriptResponse>().WithSummary("Delete what a transcript says");
        one.MapGet("/sentences", async (HttpContext context, string id, ViewEndpoints endpoint) => Json(await endpoint.SentencesAsync(context, id)))
            .Produces<SentencesResponse>().WithSummary("Read a transcript in sentences");
        one.MapGet("/paragraphs", async (HttpContext context, string id, ViewEndpoints endpoint) => Json(await endpoint.ParagraphsAsync(context, id)))
            .Produces<ParagraphsResponse>().WithSummary("Read a transcript in paragraphs");
        one.MapGet("/redactions", async (HttpContext context, string id, ViewEndpoints endpoint) => Json(await endpoint.RedactionsAsync(context, id)))
            .Produces<RedactionsResponse>().WithSummary("Read what was hidden, without its text");
        one.MapGet("/srt", (HttpContext context, string id, SubtitleEndpoint endpoint) => endpoint.HandleAsync(context, id, SubtitleFormat.Srt))
            .Produces<string>(contentType: "text/plain").WithSummary("Read a transcript as SubRip subtitles")
            .TakesQuery(CharsPerCaption, JsonSchemaType.Integer, CharsPerCaptionMeaning);
        one.MapGet("/vtt", (HttpContext context, string id, SubtitleEndpoint endpoint) => endpoint.HandleAsync(context, id, SubtitleFormat.Vtt))
            .Produces<string>(contentType: "text/vtt").WithSummary("Read a transcript as WebVTT subtitles")
            .TakesQuery(CharsPerCaption, JsonSchemaType.Integer, CharsPerCaptionMeaning);
        one.MapGet("/word-search", async (HttpContext context, string id, WordSearchEndpoint endpoint) => Json(await endpoint.HandleAsync(context, id)))
            .Produces<WordSearchResponse>().WithSummary("Find words in a transcript")
            .TakesQuery("words", JsonSchemaType.String, "Words and phrases of up to five words, joined by commas.", isRequired: true);
        one.MapGet("/redacted-audio", (HttpContext context, string id, RedactedMediaEndpoints endpoint) => endpoint.AudioAsync(context, id))
            .Produces<RedactedMediaResponse>().Produces<RedactedMediaResponse>(StatusCodes.Status202Accepted)
            .WithSummary("Get a link to the redacted sound");
        one.MapGet("/redacted-video", (HttpContext context, string id, RedactedMediaEndpoints endpoint) => endpoint.VideoAsync(context, id))
            .Produces<RedactedMediaResponse>().Produces<RedactedMediaResponse>(StatusCodes.Status202Accepted)
            .WithSummary("Get a link to the redacted video");
        group.MapPost("/redact-text", async (HttpContext context, RedactTextEndpoint endpoint) => Json(await endpoint.HandleAsync(context)))
            .Produces<RedactTextResponse>().WithSummary("Redact a text").Takes<RedactTextParams>().WithTags("Text");
        group.ProducesProblemBodies();
        return group;
    }

    private static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, AssemblyAiJson.Default);

    private static void ProducesProblemBodies(this RouteGroupBuilder group)
    {
        foreach (int status in (int[])[400, 401, 413, 429, 500, 507])
        {
            group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ErrorResponse), ["application/json"]));
        }
    }
}
