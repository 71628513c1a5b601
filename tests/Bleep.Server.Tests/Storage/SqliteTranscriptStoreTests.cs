using Bleep.Server.Storage.Sql;
using Dapper;

namespace Bleep.Server.Tests.Storage;

public sealed class SqliteTranscriptStoreTests : TranscriptStoreContractTests
{
    // As the stores write them.
    private static readonly string[] s_statements =
    [
        "SELECT id FROM transcripts WHERE owner = 'a' ORDER BY seq DESC LIMIT 10",
        "SELECT id FROM transcripts WHERE owner = 'a' AND seq < 5 ORDER BY seq DESC LIMIT 10",
        "SELECT id FROM transcripts WHERE owner = 'a' AND seq > 5 ORDER BY seq ASC LIMIT 10",
        "SELECT id FROM transcripts WHERE owner = 'a' AND status = 'error' AND seq < 5 ORDER BY seq DESC LIMIT 10",
        "SELECT id FROM transcripts WHERE owner = 'a' AND status = 'error' AND created_at >= 1 AND created_at < 2 ORDER BY seq DESC LIMIT 10",
        "SELECT COUNT(*) FROM (SELECT 1 FROM transcripts WHERE owner = 'a' AND status = 'queued' LIMIT 10) AS waiting",
        "SELECT id, seq FROM transcripts WHERE status IN ('queued', 'processing') AND seq > 5 ORDER BY seq LIMIT 10",
        "SELECT COUNT(*) FROM transcripts WHERE status IN ('queued', 'processing')",
        "UPDATE transcripts SET status = 'processing' WHERE id = 'a' AND status IN ('queued', 'processing')",
        "DELETE FROM uploads WHERE id = 'a' AND NOT EXISTS (SELECT 1 FROM transcripts WHERE upload_id = 'a' AND status IN ('queued', 'processing'))",
        "SELECT id FROM transcripts WHERE media = 'ready' AND media_until <= 5 AND id > '' ORDER BY id LIMIT 10",
        "SELECT MIN(next_at) FROM webhooks WHERE state = 'pending'",
    ];

    private TestDatabase _database = null!;

    protected override async Task<IDatabase> OpenDatabaseAsync() => (_database = await TestDatabase.CreateAsync()).Database;

    protected override ValueTask CloseDatabaseAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Plans_with_100000_rows_use_indexes()
    {
        await Rows.AddAsync(_database.Database, 100_000 / 50, DateTimeOffset.UnixEpoch, "completed");
        await _database.ExecuteAsync(
            """
            INSERT INTO transcripts (id, owner, status, created_at)
            SELECT rows.id || '-' || numbers.value, owner, status, created_at
            FROM transcripts AS rows, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 49) SELECT value FROM n) AS numbers
            """);
        await _database.ExecuteAsync("ANALYZE transcripts");
        await using var connection = await _database.Database.OpenAsync(TestContext.Current.CancellationToken);

        foreach (string sql in s_statements)
        {
            var plan = await connection.QueryAsync<(int, int, int, string Detail)>($"EXPLAIN QUERY PLAN {sql}");

            Assert.NotEmpty(plan);
            // A table that is read from end to end is scanned without an index.
            Assert.All(plan, step => Assert.False(
                step.Detail.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Detail.Contains("INDEX", StringComparison.Ordinal)
                    && step.Detail != "SCAN waiting",
                $"{sql}: {step.Detail}"));
        }
    }

    [Fact]
    public async Task Rows_show_nothing_private_in_any_file()
    {
        var bench = new StoreBench(_database.Database);
        var row = (await bench.AddAsync())!;
        Assert.NotNull(await bench.Transcripts.BeginAttemptAsync(row.Id, TestContext.Current.CancellationToken));

        foreach (string file in Directory.EnumerateFiles(_database.Folder))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
            Assert.DoesNotContain("PLANTED", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }
}
