using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Storage;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary>Creates, reads and deletes transcripts.</summary>
internal sealed class TranscriptEndpoints(
    ITranscriptStore transcripts,
    IUploadStore uploads,
    IBlobStore blobs,
    IJobQueue queue,
    RunningJobs running,
    TranscriptLookup lookup,
    TranscriptRequestParser parser,
    ServerOptions options)
{
    /// <summary><c>POST /v2/transcript</c></summary>
    public async Task<TranscriptResponse> CreateAsync(HttpContext context)
    {
        var fields = await RequestBody.ReadAsync(
            context.Request, AssemblyAiJson.Default.TranscriptParams, options.MaxJsonBytes, context.RequestAborted);
        var request = parser.Parse(fields);
        string owner = context.Caller().KeyId;
        bool makesMedia = request.Work!.Redaction is { MakesMedia: true };
        var record = await transcripts.AddAsync(
            new NewTranscript(Guid.NewGuid(), owner, request, makesMedia), options.MaxQueuedJobsPerKey, context.RequestAborted)
            ?? throw new RequestException("Too many transcripts are queued; wait until some are done", StatusCodes.Status429TooManyRequests);
        // The row is stored: from here on the job will be done whatever becomes of the request.
        await queue.SendAsync(record.Id, CancellationToken.None);
        return TranscriptResponseBuilder.Build(record, null);
    }

    /// <summary><c>GET /v2/transcript/{id}</c></summary>
    public async Task<TranscriptResponse> GetAsync(HttpContext context, string id)
    {
        (var record, var result) = await lookup.ReadAsync(context, id);
        return TranscriptResponseBuilder.Build(record, result);
    }

    /// <summary><c>DELETE /v2/transcript/{id}</c>: everything it says goes, its row stays.</summary>
    public async Task<TranscriptResponse> DeleteAsync(HttpContext context, string id)
    {
        var before = Guid.TryParse(id, out var parsed)
            ? await transcripts.DeleteAsync(parsed, context.Caller().KeyId, context.RequestAborted)
            : null;
        if (before is null)
        {
            throw TranscriptLookup.Unknown();
        }
        // The row says that it is deleted: what is left goes now, whether or not the client waits for the answer.
        running.Stop(before.Id);
        await blobs.DeleteOutputsAsync(before.Id, CancellationToken.None);
        if (UploadOf(before) is { } upload && await uploads.RemoveUnusedAsync(upload, CancellationToken.None))
        {
            await blobs.DeleteAsync(new BlobName(BlobKind.Upload, upload), CancellationToken.None);
        }
        var after = await lookup.FindAsync(context, id);
        return TranscriptResponseBuilder.Build(after, null);
    }

    private Guid? UploadOf(TranscriptRecord record) =>
        record.Request is null ? null : parser.UploadOf(TranscriptResponseBuilder.EchoOf(record).AudioUrl!);
}
