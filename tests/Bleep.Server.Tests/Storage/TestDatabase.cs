using Bleep.Server.Storage.Sqlite;
using Bleep.Testing;
using Dapper;

namespace Bleep.Server.Tests.Storage;

/// <summary>A real database in a folder of its own, with rows as the server would write them.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestDatabase() => Database = new SqliteDatabase(_folder["state.db"]);

    public SqliteDatabase Database { get; }

    public string Folder => _folder.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.Database.MigrateAsync(Cancellation);
        return database;
    }

    public async Task<Guid> AddTranscriptAsync(
        string status = "completed",
        DateTimeOffset? createdAt = null,
        DateTimeOffset? completedAt = null,
        string media = "none",
        DateTimeOffset? mediaUntil = null,
        Guid? uploadId = null,
        bool isDeleted = false)
    {
        var id = Guid.NewGuid();
        await ExecuteAsync(
            """
            INSERT INTO transcripts (id, owner, status, created_at, completed_at, media, media_until, upload_id, is_deleted)
            VALUES (@id, 'owner', @status, @created, @completed, @media, @until, @upload, @isDeleted)
            """,
            new
            {
                id = id.ToString(),
                status,
                created = (createdAt ?? DateTimeOffset.UnixEpoch).ToUnixTimeMilliseconds(),
                completed = completedAt?.ToUnixTimeMilliseconds(),
                media,
                until = mediaUntil?.ToUnixTimeMilliseconds(),
                upload = uploadId?.ToString(),
                isDeleted = isDeleted ? 1 : 0,
            });
        return id;
    }

    public async Task<Guid> AddUploadAsync(DateTimeOffset createdAt)
    {
        var id = Guid.NewGuid();
        await ExecuteAsync(
            "INSERT INTO uploads (id, owner, size_bytes, created_at) VALUES (@id, 'owner', 1, @at)",
            new { id = id.ToString(), at = createdAt.ToUnixTimeMilliseconds() });
        return id;
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
