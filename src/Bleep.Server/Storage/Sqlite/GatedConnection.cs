using Microsoft.Data.Sqlite;

namespace Bleep.Server.Storage.Sqlite;

/// <summary>
/// A connection that may hold its process's turn to write, until it is disposed of. SQLite itself lets who waits for the lock sleep on the
/// thread and try again, which keeps threads from those who only read; waiting here keeps none, and is fair.
/// </summary>
internal sealed class GatedConnection(string connectionString, SemaphoreSlim gate) : SqliteConnection(connectionString)
{
    private const int SqliteBusy = 5;

    private bool _holdsGate;

    /// <summary>Waits for the turn to write; returns at once when this connection has it.</summary>
    /// <param name="timeout">Longest wait.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="SqliteException">The turn did not come in time.</exception>
    public async Task EnterAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_holdsGate)
        {
            return;
        }
        _holdsGate = await gate.WaitAsync(timeout, cancellationToken)
            ? true
            : throw new SqliteException("the database is busy", SqliteBusy);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _holdsGate)
        {
            _holdsGate = false;
            gate.Release();
        }
    }
}
