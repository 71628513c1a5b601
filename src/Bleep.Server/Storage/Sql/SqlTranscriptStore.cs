using System.Data.Common;
using System.Text;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Webhooks;
using Dapper;

namespace Bleep.Server.Storage.Sql;

/// <summary>Transcripts in a database.</summary>
/// <param name="database">The database.</param>
/// <param name="webhooks">Stores the calls that tell a job's end.</param>
/// <param name="signal">Raised once they are stored.</param>
/// <param name="cipher">Seals requests.</param>
/// <param name="clock">Tells the time of each change.</param>
public sealed class SqlTranscriptStore(
    IDatabase database, IWebhookStore webhooks, WebhookSignal signal, IContentCipher cipher, TimeProvider clock) : ITranscriptStore
{
    private const long MsPerDay = 24 * 60 * 60 * 1000;

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public async Task<TranscriptRecord?> AddAsync(NewTranscript transcript, int maxQueued, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        var request = await WithOwnUploadAsync(connection, transaction, transcript, cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<TranscriptRow>(new CommandDefinition(
            $"""
            INSERT INTO transcripts (id, owner, status, created_at, sealed_request, upload_id, media)
            SELECT @id, @owner, 'queued', @now, @request, @upload, @media
            WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM transcripts WHERE owner = @owner AND status = 'queued' LIMIT @maxQueued) AS waiting)
                  < @maxQueued
            RETURNING {TranscriptRow.Columns}
            """,
            new
            {
                id = transcript.Id.ToString(),
                owner = transcript.Owner,
                now = NowMs,
                request = TranscriptRow.Seal(request, transcript.Id, cipher),
                upload = request.Work?.Source.UploadId?.ToString(),
                media = TranscriptRow.NameOf(transcript.MakesMedia ? MediaState.Pending : MediaState.None),
                maxQueued,
            },
            transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return row?.ToRecord(cipher);
    }

    /// <inheritdoc/>
    public async Task<TranscriptRecord?> FindAsync(Guid id, string? owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await FindRowAsync(connection, null, id, owner, cancellationToken))?.ToRecord(cipher);
    }

    /// <inheritdoc/>
    public async Task<TranscriptPage?> ListAsync(TranscriptQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        long? before = null, after = null;
        if (query.Before is { } beforeId && (before = await SequenceOfAsync(beforeId)) is null)
        {
            return null;
        }
        if (query.After is { } afterId && (after = await SequenceOfAsync(afterId)) is null)
        {
            return null;
        }
        var filter = new StringBuilder("owner = @owner");
        if (query.Status is not null)
        {
            filter.Append(" AND status = @status");
        }
        if (query.CreatedOn is not null)
        {
            filter.Append(" AND created_at >= @dayStart AND created_at < @dayEnd");
        }
        var dayStart = query.CreatedOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var values = new DynamicParameters(new
        {
            owner = query.Owner,
            status = query.Status is { } status ? TranscriptRow.NameOf(status) : null,
            dayStart = dayStart is { } day ? new DateTimeOffset(day).ToUnixTimeMilliseconds() : 0,
            dayEnd = dayStart is { } sameDay ? new DateTimeOffset(sameDay).ToUnixTimeMilliseconds() + MsPerDay : 0,
            before,
            after,
            limit = query.Limit,
        });
        // From an anchor upwards the rows nearest to it come, and are turned round to newest first like all pages.
        bool climbs = after is not null && before is null;
        string range = (before is null ? "" : " AND seq < @before") + (after is null ? "" : " AND seq > @after");
        var rows = (await connection.QueryAsync<TranscriptRow>(new CommandDefinition(
            $"SELECT {TranscriptRow.Columns} FROM transcripts WHERE {filter}{range} ORDER BY seq {(climbs ? "ASC" : "DESC")} LIMIT @limit",
            values, cancellationToken: cancellationToken))).AsList();
        if (climbs)
        {
            rows.Reverse();
        }
        if (rows.Count == 0)
        {
            return new TranscriptPage([], false, false);
        }
        values.AddDynamicParams(new { oldest = rows[^1].Seq, newest = rows[0].Seq });
        bool hasOlder = await ExistsAsync("seq < @oldest");
        bool hasNewer = await ExistsAsync("seq > @newest");
        return new TranscriptPage([.. rows.Select(row => row.ToRecord(cipher))], hasOlder, hasNewer);

        Task<long?> SequenceOfAsync(Guid id) => connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT seq FROM transcripts WHERE id = @id AND owner = @owner",
            new { id = id.ToString(), owner = query.Owner }, cancellationToken: cancellationToken));

        async Task<bool> ExistsAsync(string place) => await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT CASE WHEN EXISTS (SELECT 1 FROM transcripts WHERE {filter} AND {place}) THEN 1 ELSE 0 END",
            values, cancellationToken: cancellationToken)) != 0;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Guid Id, long Sequence)>> ListUnfinishedAsync(
        long afterSequence, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, long Seq)>(new CommandDefinition(
            """
            SELECT id, seq FROM transcripts WHERE status IN ('queued', 'processing') AND seq > @afterSequence ORDER BY seq LIMIT @limit
            """,
            new { afterSequence, limit }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => (Guid.Parse(row.Id), row.Seq))];
    }

    /// <inheritdoc/>
    public async Task<TranscriptRecord?> BeginAttemptAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<TranscriptRow>(new CommandDefinition(
            $"""
            UPDATE transcripts SET status = 'processing', attempt = attempt + 1
            WHERE id = @id AND status IN ('queued', 'processing')
            RETURNING {TranscriptRow.Columns}
            """,
            new { id = id.ToString() }, cancellationToken: cancellationToken));
        return row?.ToRecord(cipher);
    }

    /// <inheritdoc/>
    public async Task TakeBackAsync(TranscriptRecord attempt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE transcripts SET attempt = attempt - 1 WHERE id = @id AND status = 'processing' AND attempt = @attempt",
            new { id = attempt.Id.ToString(), attempt = attempt.Attempt }, cancellationToken: cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<bool> EndAsync(
        TranscriptRecord attempt, JobOutcome outcome, IReadOnlyList<WebhookCall> calls, CancellationToken cancellationToken)
    {
        // What is left of the request is what it is answered with; the client's private terms are not needed any more.
        var rest = attempt.Request is { } request ? request with { Work = null, Webhook = null } : null;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        int changed = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE transcripts
            SET status = @status, completed_at = @now, sealed_request = @request, error_kind = @errorKind, error_detail = @errorDetail,
                media = @media, media_until = @mediaUntil
            WHERE id = @id AND status = 'processing' AND attempt = @attempt
            """,
            new
            {
                id = attempt.Id.ToString(),
                attempt = attempt.Attempt,
                status = TranscriptRow.NameOf(outcome.Failure is null ? TranscriptStatus.Completed : TranscriptStatus.Error),
                now = NowMs,
                request = rest is null ? null : TranscriptRow.Seal(rest, attempt.Id, cipher),
                errorKind = outcome.Failure?.Kind.ToString(),
                errorDetail = outcome.Failure?.Detail,
                media = TranscriptRow.NameOf(outcome.Media),
                mediaUntil = outcome.MediaUntil?.ToUnixTimeMilliseconds(),
            },
            transaction, cancellationToken: cancellationToken));
        if (changed == 0)
        {
            return false;
        }
        await webhooks.EnqueueAsync(transaction, attempt.Id.ToString(), calls, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        return true;
    }

    /// <inheritdoc/>
    public async Task<TranscriptRecord?> DeleteAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        var row = await FindRowAsync(connection, transaction, id, owner, cancellationToken);
        if (row is null)
        {
            return null;
        }
        // The attempt number goes up so that an attempt under way can store nothing any more.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE transcripts
            SET is_deleted = 1, sealed_request = NULL, upload_id = NULL,
                error_kind = CASE WHEN status IN ('queued', 'processing') THEN @deleted ELSE error_kind END,
                completed_at = CASE WHEN status IN ('queued', 'processing') THEN @now ELSE completed_at END,
                attempt = CASE WHEN status IN ('queued', 'processing') THEN attempt + 1 ELSE attempt END,
                status = CASE WHEN status IN ('queued', 'processing') THEN 'error' ELSE status END,
                media = CASE WHEN media IN ('none', 'silent') THEN media ELSE 'gone' END
            WHERE id = @id
            """,
            new { id = id.ToString(), now = NowMs, deleted = nameof(JobErrorKind.Deleted) },
            transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return row.ToRecord(cipher);
    }

    // Looked up in the transaction that adds the transcript: an upload that is there now cannot be taken for unused before its transcript is.
    // One that is gone, or somebody else's, is replaced by one that never is, so that the job errs the same way for both.
    private static async Task<StoredRequest> WithOwnUploadAsync(
        DbConnection connection, DbTransaction transaction, NewTranscript transcript, CancellationToken cancellationToken)
    {
        if (transcript.Request.Work is not { Source.UploadId: { } upload } work)
        {
            return transcript.Request;
        }
        bool isOwn = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM uploads WHERE id = @id AND owner = @owner",
            new { id = upload.ToString(), owner = transcript.Owner }, transaction, cancellationToken: cancellationToken)) > 0;
        return isOwn ? transcript.Request : transcript.Request with { Work = work with { Source = AudioSource.Upload(Guid.Empty) } };
    }

    private static Task<TranscriptRow?> FindRowAsync(
        DbConnection connection, DbTransaction? transaction, Guid id, string? owner, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TranscriptRow>(new CommandDefinition(
            $"SELECT {TranscriptRow.Columns} FROM transcripts WHERE id = @id{(owner is null ? "" : " AND owner = @owner")}",
            new { id = id.ToString(), owner }, transaction, cancellationToken: cancellationToken));
}
