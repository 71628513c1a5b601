using System.Data.Common;

namespace Bleep.Server.Storage.Sql;

/// <summary>
/// Where rows are kept. The statements of the stores are plain SQL that every database here understands (<c>RETURNING</c>,
/// <c>ON CONFLICT</c>); what differs between databases, types of columns above all, stands in their migration files.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Brings the tables to this build's version. Safe to call from several processes at once.</summary>
    /// <param name="cancellationToken">Stops between two migrations.</param>
    /// <exception cref="DatabaseVersionException">The tables are newer than this build.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection; the caller disposes of it. Connections are pooled.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection for a single statement that writes; the caller disposes of it soon, as other writers may wait for that.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that will write. It waits for other writers here rather than failing at its first statement or its commit; they
    /// wait until the connection is disposed of.
    /// </summary>
    /// <param name="connection">A connection of this database.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);
}
