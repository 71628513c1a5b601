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

    private static readonly TimeSpan s_busyTimeout = TimeSpan.FromSeconds(BusyTimeoutSeconds);

    private static readonly Migrations s_migrations = new("Sqlite");

    private readonly string _connectionString;
    private readonly SemaphoreSlim _gate = new(1);

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
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await OpenGatedAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenGatedAsync(cancellationToken);
        try
        {
            await connection.EnterAsync(s_busyTimeout, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var gated = (GatedConnection)connection;
        await gated.EnterAsync(s_busyTimeout, cancellationToken);
        return gated.BeginTransaction(deferred: false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<GatedConnection> OpenGatedAsync(CancellationToken cancellationToken)
    {
        var connection = new GatedConnection(_connectionString, _gate);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // A commit reaches the disk before it is told: an accepted job survives a power cut. Each of many connections has a cache of
            // its own, by default of 2 MB; small ones do, as the system keeps the file in memory anyway.
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA cache_size = -256");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
