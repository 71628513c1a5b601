using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;
using Dapper;

namespace Bleep.Server.Retention;

/// <summary>Asks the database what is past its time, a page at a time, and removes rows. Each method is safe beside another janitor.</summary>
internal sealed class RetentionRows(IDatabase database)
{
    private const int PageSize = 200;

    /// <summary>Transcripts whose redacted media is to go.</summary>
    /// <param name="now">The time.</param>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Ids in ascending order; empty when there are no more.</returns>
    public Task<IReadOnlyList<Guid>> WithExpiredMediaAsync(DateTimeOffset now, Guid? after, CancellationToken cancellationToken) => PageAsync(
        "SELECT id FROM transcripts WHERE media = 'ready' AND media_until <= @until AND id > @after ORDER BY id LIMIT @limit",
        now, after, cancellationToken);

    /// <summary>Notes that the media of a transcript is gone.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    public async Task MarkMediaGoneAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE transcripts SET media = 'gone' WHERE id = @id AND media = 'ready' AND media_until <= @now",
            new { id = id.ToString(), now = now.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    /// <summary>Uploads older than allowed that no waiting or running job needs.</summary>
    /// <param name="cutoff">Only uploads that came until then.</param>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Ids in ascending order; empty when there are no more.</returns>
    public Task<IReadOnlyList<Guid>> UnusedUploadsAsync(DateTimeOffset cutoff, Guid? after, CancellationToken cancellationToken) => PageAsync(
        """
        SELECT id FROM uploads WHERE created_at <= @until AND id > @after
          AND NOT EXISTS (SELECT 1 FROM transcripts WHERE upload_id = uploads.id AND status IN ('queued', 'processing'))
        ORDER BY id LIMIT @limit
        """,
        cutoff, after, cancellationToken);

    /// <summary>Transcripts older than allowed whose job is over.</summary>
    /// <param name="cutoff">Only transcripts that ended until then.</param>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Ids in ascending order; empty when there are no more.</returns>
    public Task<IReadOnlyList<Guid>> OldTranscriptsAsync(DateTimeOffset cutoff, Guid? after, CancellationToken cancellationToken) => PageAsync(
        """
        SELECT id FROM transcripts
        WHERE status IN ('completed', 'error') AND COALESCE(completed_at, created_at) <= @until AND id > @after
        ORDER BY id LIMIT @limit
        """,
        cutoff, after, cancellationToken);

    /// <summary>Removes a transcript with its webhook calls.</summary>
    /// <param name="id">The transcript.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    /// <returns>False when another janitor was quicker.</returns>
    public async Task<bool> RemoveTranscriptAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM webhooks WHERE transcript_id = @id", new { id = id.ToString() }, transaction, cancellationToken: cancellationToken));
        int removed = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM transcripts WHERE id = @id", new { id = id.ToString() }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return removed > 0;
    }

    /// <summary>Removes webhook calls that are over, up to a page of them.</summary>
    /// <param name="cutoff">Only calls that were over until then.</param>
    /// <param name="cancellationToken">Stops before the change.</param>
    /// <returns>How many were removed; 0 when there are no more.</returns>
    public async Task<int> RemoveFinishedWebhooksAsync(DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM webhooks
            WHERE id IN (SELECT id FROM webhooks WHERE state <> 'pending' AND finished_at <= @cutoff LIMIT @limit)
            """,
            new { cutoff = cutoff.ToUnixTimeMilliseconds(), limit = PageSize },
            cancellationToken: cancellationToken));
    }

    /// <summary>Tells which objects a row still stands for.</summary>
    /// <param name="kind">Kind of the objects.</param>
    /// <param name="ids">Their ids, a page of them.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<IReadOnlySet<Guid>> WantedAsync(BlobKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        string sql = kind switch
        {
            BlobKind.Upload => "SELECT id FROM uploads WHERE id IN @ids",
            BlobKind.Result => "SELECT id FROM transcripts WHERE id IN @ids AND is_deleted = 0 AND status <> 'error'",
            _ => "SELECT id FROM transcripts WHERE id IN @ids AND is_deleted = 0 AND media IN ('pending', 'ready')",
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<string>(new CommandDefinition(
            sql, new { ids = ids.Select(id => id.ToString()).ToArray() }, cancellationToken: cancellationToken));
        return found.Select(Guid.Parse).ToHashSet();
    }

    private async Task<IReadOnlyList<Guid>> PageAsync(string sql, DateTimeOffset until, Guid? after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<string>(new CommandDefinition(
            sql,
            new { until = until.ToUnixTimeMilliseconds(), after = after?.ToString() ?? "", limit = PageSize },
            cancellationToken: cancellationToken));
        return [.. found.Select(Guid.Parse)];
    }
}
