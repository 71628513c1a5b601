using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary>Finds the transcript that a request names, among those of its caller only.</summary>
/// <param name="transcripts">The rows.</param>
/// <param name="results">The results.</param>
internal sealed class TranscriptLookup(ITranscriptStore transcripts, ResultReader results)
{
    /// <summary>The row.</summary>
    /// <exception cref="RequestException">The caller has no such transcript.</exception>
    public async Task<TranscriptRecord> FindAsync(HttpContext context, string id) =>
        Guid.TryParse(id, out var parsed)
        && await transcripts.FindAsync(parsed, context.Caller().KeyId, context.RequestAborted) is { } record
            ? record
            : throw Unknown();

    /// <summary>The row and its result, where there is one to read.</summary>
    /// <exception cref="RequestException">The caller has no such transcript.</exception>
    public async Task<(TranscriptRecord Record, JobResult? Result)> ReadAsync(HttpContext context, string id)
    {
        var record = await FindAsync(context, id);
        var result = record is { Status: TranscriptStatus.Completed, IsDeleted: false }
            ? await results.ReadAsync(record.Id, context.RequestAborted)
            : null;
        return (record, result);
    }

    /// <summary>The row and its result.</summary>
    /// <exception cref="RequestException">The caller has no such transcript, or it has no result.</exception>
    public async Task<(TranscriptRecord Record, JobResult Result)> ReadCompletedAsync(HttpContext context, string id)
    {
        (var record, var result) = await ReadAsync(context, id);
        return result is not null ? (record, result) : throw new RequestException(record switch
        {
            { IsDeleted: true } => "This transcript has been deleted",
            { Status: TranscriptStatus.Error } => "This transcript has a status of 'error'; there is nothing to read",
            _ => $"This transcript has a status of '{TranscriptResponseBuilder.NameOf(record.Status)}'; its status must be 'completed' first",
        });
    }

    /// <summary>What an unknown id is answered with; upstream answers 400, not 404.</summary>
    public static RequestException Unknown() => new("Transcript lookup error, transcript id not found");
}
