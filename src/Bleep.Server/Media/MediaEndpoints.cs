using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Bleep.Server.Media;

/// <summary>
/// <c>GET</c> and <c>HEAD /media/ID.EXT</c>: redacted media by a signed link, without a key, whole or one range of it (RFC 9110; several ranges
/// at once are answered with the whole). Errors are JSON, <c>{"error": …}</c>: 403 for a link that is false or over, 404 where there never was
/// media, 410 where it is removed.
/// </summary>
internal static class MediaEndpoints
{
    /// <summary>Maps the address.</summary>
    /// <param name="routes">Where to.</param>
    public static IEndpointConventionBuilder MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{file}", [HttpMethods.Get, HttpMethods.Head], SendAsync).WithTags("Media").WithSummary("Fetch redacted media");

    private static async Task<IResult> SendAsync(
        string file, HttpContext context, SignedLinks links, ITranscriptStore transcripts, IBlobStore blobs, TimeProvider time)
    {
        var cancellationToken = context.RequestAborted;
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        string extension = Path.GetExtension(file).TrimStart('.');
        if (!Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var id) || MediaType.Of(extension) is not { } type)
        {
            return Error(StatusCodes.Status404NotFound, "no such media");
        }
        var query = context.Request.Query;
        if (!links.IsGood(id, extension, query["expires"], query["signature"]))
        {
            return Error(StatusCodes.Status403Forbidden, "the link is not valid or its time is over; ask for a new one");
        }
        var transcript = await transcripts.FindAsync(id, owner: null, cancellationToken);
        if (transcript is null)
        {
            return Error(StatusCodes.Status404NotFound, "no such media");
        }
        if (transcript.Media == MediaState.Gone || (transcript.Media == MediaState.Ready && transcript.MediaUntil <= time.GetUtcNow()))
        {
            return Error(StatusCodes.Status410Gone, "the media is removed, its time is over");
        }
        if (transcript.Media != MediaState.Ready || transcript.MediaUntil is null
            || await blobs.OpenReadAsync(new BlobName(type.Kind, id), cancellationToken) is not { } content)
        {
            return Error(StatusCodes.Status404NotFound, "no such media");
        }
        // RFC 9110, 14.2: a range in a unit that is not known is passed over; the framework would take any unit for bytes.
        if (!context.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Headers.Range = default;
        }
        return Results.Stream(
            content,
            type.ContentType,
            fileDownloadName: $"{id:N}.{extension}",
            entityTag: new EntityTagHeaderValue($"\"{id:N}\""),
            enableRangeProcessing: true);
    }

    private static IResult Error(int status, string error) => Results.Json(new Dictionary<string, string> { ["error"] = error }, statusCode: status);
}
