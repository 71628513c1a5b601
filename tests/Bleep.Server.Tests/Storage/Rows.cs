using Bleep.Server.Storage.Sql;
using Dapper;

namespace Bleep.Server.Tests.Storage;

/// <summary>Many rows at once, as one transaction for each would take too long.</summary>
internal static class Rows
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Adds transcripts of <see cref="StoreBench.Owner"/>, and after every tenth one of somebody else.</summary>
    public static async Task AddAsync(IDatabase database, int count, DateTimeOffset at, string status = "queued")
    {
        await using var connection = await database.OpenAsync(Token);
        await using var transaction = await database.BeginWriteAsync(connection, Token);
        for (int index = 0; index < count; index++)
        {
            await AddOneAsync(StoreBench.Owner);
            if (index % 10 == 0)
            {
                await AddOneAsync("other");
            }
        }
        await transaction.CommitAsync(Token);

        Task AddOneAsync(string owner) => connection.ExecuteAsync(
            "INSERT INTO transcripts (id, owner, status, created_at) VALUES (@id, @owner, @status, @created)",
            new { id = Guid.NewGuid().ToString(), owner, status, created = at.ToUnixTimeMilliseconds() },
            transaction);
    }

    /// <summary>Ids of the owner's transcripts, newest first.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsAsync(IDatabase database)
    {
        await using var connection = await database.OpenAsync(Token);
        var ids = await connection.QueryAsync<string>("SELECT id FROM transcripts WHERE owner = @owner ORDER BY seq DESC", new { owner = StoreBench.Owner });
        return [.. ids.Select(Guid.Parse)];
    }
}
