using Bleep.Server.Jobs;
using Dapper;

namespace Bleep.Server.Storage.Sql;

/// <summary>Uploads in a database.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells when an upload came.</param>
public sealed class SqlUploadStore(IDatabase database, TimeProvider clock) : IUploadStore
{
    /// <inheritdoc/>
    public async Task<long> TotalBytesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COALESCE(SUM(size_bytes), 0) FROM uploads", cancellationToken: cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Guid id, string owner, long sizeBytes, long maxTotalBytes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // A transaction, so that of two uploads only one sees the room that is left.
        await using var transaction = await database.BeginWriteAsync(connection, cancellationToken);
        int added = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO uploads (id, owner, size_bytes, created_at)
            SELECT @id, @owner, @sizeBytes, @now WHERE (SELECT COALESCE(SUM(size_bytes), 0) FROM uploads) <= @room
            """,
            new { id = id.ToString(), owner, sizeBytes, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), room = maxTotalBytes - sizeBytes },
            transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return added > 0;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveUnusedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM uploads WHERE id = @id
            AND NOT EXISTS (SELECT 1 FROM transcripts WHERE upload_id = @id AND status IN ('queued', 'processing'))
            """,
            new { id = id.ToString() }, cancellationToken: cancellationToken)) > 0;
    }
}
