using System.Globalization;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Bleep.Server.AssemblyAi;

/// <summary><c>GET /v2/transcript</c>: a caller's transcripts page by page, newest first.</summary>
/// <param name="transcripts">The rows.</param>
/// <param name="publicUrl">Address under which clients reach the server.</param>
internal sealed class ListEndpoint(ITranscriptStore transcripts, PublicAddress publicUrl)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 200;

    /// <summary>Answers with a page.</summary>
    /// <exception cref="RequestException">A query parameter is broken.</exception>
    public async Task<TranscriptListResponse> HandleAsync(HttpContext context)
    {
        var query = Read(context);
        var page = await transcripts.ListAsync(query, context.RequestAborted) ?? throw TranscriptLookup.Unknown();
        List<TranscriptListItem> items = [.. page.Transcripts.Select(ItemOf)];
        var details = new PageDetails(
            query.Limit,
            items.Count,
            UrlOf(query, query.Before, query.After),
            page.HasOlder ? UrlOf(query, page.Transcripts[^1].Id, null) : null,
            page.HasNewer ? UrlOf(query, null, page.Transcripts[0].Id) : null);
        return new TranscriptListResponse(details, items);
    }

    private TranscriptListItem ItemOf(TranscriptRecord record)
    {
        string audioUrl = record.IsDeleted ? DeletedTranscript.Url : TranscriptResponseBuilder.EchoOf(record).AudioUrl!;
        return new TranscriptListItem(
            record.Id.ToString(),
            publicUrl.Of($"v2/transcript/{record.Id}"),
            TranscriptResponseBuilder.NameOf(record.Status),
            WireTime.Of(record.CreatedAt),
            record.CompletedAt is { } completed ? WireTime.Of(completed) : null,
            audioUrl,
            record.Failure is { } failure ? JobErrorText.Of(failure, audioUrl) : null);
    }

    private static TranscriptQuery Read(HttpContext context)
    {
        int limit = DefaultLimit;
        if (Value("limit") is { } asked
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            throw new RequestException($"`limit` must be 1 to {MaxLimit}");
        }
        return new TranscriptQuery(context.Caller().KeyId, limit)
        {
            Status = Value("status") switch
            {
                null => null,
                "queued" => TranscriptStatus.Queued,
                "processing" => TranscriptStatus.Processing,
                "completed" => TranscriptStatus.Completed,
                "error" => TranscriptStatus.Error,
                _ => throw new RequestException("`status` must be `queued`, `processing`, `completed` or `error`"),
            },
            CreatedOn = Value("created_on") is not { } day ? null
                : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
                : throw new RequestException("`created_on` must be a date such as 2026-01-31"),
            Before = Id("before_id"),
            After = Id("after_id"),
        };

        // Clients send what they leave open as an empty value.
        string? Value(string name) => context.Request.Query[name].LastOrDefault() is { Length: > 0 } value ? value : null;

        Guid? Id(string name) => Value(name) is not { } text ? null
            : Guid.TryParse(text, out var id) ? id
            : throw TranscriptLookup.Unknown();
    }

    private string UrlOf(TranscriptQuery query, Guid? before, Guid? after)
    {
        var builder = new QueryBuilder { { "limit", query.Limit.ToString(CultureInfo.InvariantCulture) } };
        if (query.Status is { } status)
        {
            builder.Add("status", TranscriptResponseBuilder.NameOf(status));
        }
        if (query.CreatedOn is { } day)
        {
            builder.Add("created_on", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        if (before is { } oldest)
        {
            builder.Add("before_id", oldest.ToString());
        }
        if (after is { } newest)
        {
            builder.Add("after_id", newest.ToString());
        }
        return publicUrl.Of($"v2/transcript{builder}");
    }
}
