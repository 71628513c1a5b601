using Bleep.Server.Storage.Sql;
using Dapper;

namespace Bleep.Server.Metrics;

/// <summary>Reads the queue from the database when somebody looks at the metrics.</summary>
internal sealed class QueueProbe(IDatabase database, TimeProvider time)
{
    public async Task<QueueState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleAsync<Row>(new CommandDefinition(
            """
            SELECT COUNT(CASE WHEN status = 'queued' THEN 1 END) AS Queued,
                   COUNT(CASE WHEN status = 'processing' THEN 1 END) AS Running,
                   COALESCE(MIN(CASE WHEN status = 'queued' THEN created_at END), 0) AS OldestAt
            FROM transcripts WHERE status IN ('queued', 'processing')
            """,
            cancellationToken: cancellationToken));
        var age = row.Queued == 0 ? TimeSpan.Zero : time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(row.OldestAt);
        return new QueueState(row.Queued, row.Running, age < TimeSpan.Zero ? TimeSpan.Zero : age);
    }

    private sealed record Row(long Queued, long Running, long OldestAt);
}
