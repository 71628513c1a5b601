using Bleep.Server.Storage.Sql;
using Dapper;

namespace Bleep.Server.Health;

/// <summary>The database answers and has its tables.</summary>
internal sealed class DatabaseReadiness(IDatabase database) : IReadinessCheck
{
    public string Name => "database";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteScalarAsync<string>(new CommandDefinition("SELECT id FROM transcripts LIMIT 1", cancellationToken: cancellationToken));
    }
}
