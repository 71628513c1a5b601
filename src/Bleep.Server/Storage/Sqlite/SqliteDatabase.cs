using System.Data.Common;
using Bleep.Server.Storage.Sql;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bleep.Server.Storage.Sqlite;

/// <summary>A SQLite file in write-ahead mode: readers never wait for the one writer.</summary>
public sealed class SqliteDatabase : IDatabase
{
    // One writer at a time: who waits longer than this waits for something that is broken.
    private const int BusyTimeoutSeconds = 30;

    private static readonly Migrations s_migrations = new("Sqlite");

    private readonly string _connectionString;

    /// <summary>Names the file; it is made by the first <see cref="MigrateAsync"/>.</summary>
    /// <param name="path">Path of the file; its folder exists.</param>
    public SqliteDatabase(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    /// <inheritdoc/>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        foreach ((int version, string sql) in s_migrations.Files)
        {
            await using var transaction = await BeginWriteAsync(connection, cancellationToken);
            // Asked inside the transaction: another process may have been quicker.
            if (await connection.ExecuteScalarAsync<int>("PRAGMA user_version", transaction: transaction) < version)
            {
                await connection.ExecuteAsync($"{sql}\nPRAGMA user_version = {version};", transaction: transaction);
            }
            await transaction.CommitAsync(cancellationToken);
        }
        int found = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        int known = s_migrations.Files[^1].Version;
        if (found > known)
        {
            throw new DatabaseVersionException(found, known);
        }
    }

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        // A commit reaches the disk before it is told: an accepted job survives a power cut.
        await connection.ExecuteAsync("PRAGMA synchronous = FULL");
        return connection;
    }

    /// <inheritdoc/>
    public Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
