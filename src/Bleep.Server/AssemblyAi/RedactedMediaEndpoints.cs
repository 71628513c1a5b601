using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bleep.Server.AssemblyAi;

/// <summary><c>GET …/redacted-audio</c> and <c>…/redacted-video</c>: a new link each time, as long as the media is kept.</summary>
/// <param name="lookup">Finds the transcript.</param>
/// <param name="links">Makes links.</param>
/// <param name="clock">Tells whether the media's time is over.</param>
internal sealed class RedactedMediaEndpoints(TranscriptLookup lookup, RedactedMediaLinks links, TimeProvider clock)
{
    private const string NoAudio =
        "The redacted audio does not exist: it was not requested, its time is over, or nobody speaks in the recording. "
        + "Submit the recording again with `redact_pii_audio` set to true";

    private const string NoVideo =
        "The redacted video does not exist: it was not requested, its time is over, or the recording has no picture. "
        + "Submit the recording again with `redact_pii_video` set to true";

    /// <summary>Answers with a link to the sound.</summary>
    public Task<JsonHttpResult<RedactedMediaResponse>> AudioAsync(HttpContext context, string id) => AnswerAsync(
        context, id, NoAudio, result => result.AudioExtension,
        url => new RedactedMediaResponse("redacted_audio_ready") { RedactedAudioUrl = url });

    /// <summary>Answers with a link to the video.</summary>
    public Task<JsonHttpResult<RedactedMediaResponse>> VideoAsync(HttpContext context, string id) => AnswerAsync(
        context, id, NoVideo, result => result.VideoExtension,
        url => new RedactedMediaResponse("redacted_video_ready") { RedactedVideoUrl = url });

    private async Task<JsonHttpResult<RedactedMediaResponse>> AnswerAsync(
        HttpContext context, string id, string missing, Func<JobResult, string?> extensionOf, Func<string, RedactedMediaResponse> answer)
    {
        (var record, var result) = await lookup.ReadAsync(context, id);
        if (record.Media == MediaState.Pending)
        {
            return TypedResults.Json(
                new RedactedMediaResponse("processing"), AssemblyAiJson.Default.RedactedMediaResponse, statusCode: StatusCodes.Status202Accepted);
        }
        bool isKept = record.Media == MediaState.Ready && record.MediaUntil > clock.GetUtcNow();
        if (!isKept || result is null || extensionOf(result) is not { } extension)
        {
            throw new Requests.RequestException(missing);
        }
        return TypedResults.Json(answer(links.Of(record.Id, extension)), AssemblyAiJson.Default.RedactedMediaResponse);
    }
}
