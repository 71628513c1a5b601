using Bleep.Server.Security;
using Dapper;

namespace Bleep.Server.Storage.Sql;

/// <summary>API keys in the table <c>api_keys</c>.</summary>
/// <param name="database">The database, migrated.</param>
internal sealed class SqlApiKeyStore(IDatabase database) : IApiKeyStore
{
    private const string Columns = "id AS Id, name AS Name, hash AS Hash, scopes AS Scopes, created_at AS CreatedAt, revoked_at AS RevokedAt";

    /// <inheritdoc/>
    public async Task AddAsync(ApiKey key, byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO api_keys (id, name, hash, scopes, created_at, revoked_at)
            VALUES (@Id, @Name, @Hash, @Scopes, @CreatedAt, @RevokedAt)
            """,
            new
            {
                key.Id,
                key.Name,
                Hash = hash,
                Scopes = ApiScopeNames.Format(key.Scopes),
                CreatedAt = key.CreatedAt.ToUnixTimeMilliseconds(),
                RevokedAt = key.RevokedAt?.ToUnixTimeMilliseconds(),
            },
            cancellationToken: cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<(ApiKey Key, byte[] Hash)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM api_keys WHERE id = @id", new { id }, cancellationToken: cancellationToken));
        return row is null ? null : (row.ToKey(), row.Hash);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM api_keys ORDER BY created_at, id", cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToKey())];
    }

    /// <inheritdoc/>
    public async Task<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE api_keys SET revoked_at = COALESCE(revoked_at, @at) WHERE id = @id",
            new { id, at = at.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken)) > 0;
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public byte[] Hash { get; init; } = [];

        public string Scopes { get; init; } = "";

        public long CreatedAt { get; init; }

        public long? RevokedAt { get; init; }

        public ApiKey ToKey()
        {
            // A scope that only a newer build knows gives nothing here.
            _ = ApiScopeNames.TryParse(Scopes, out var scopes, out _);
            return new ApiKey(
                Id,
                Name,
                scopes,
                DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
                RevokedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
        }
    }
}
