using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// The open connections to one SQLite file. A context borrows one for a statement or a transaction, the one that was given back
/// last first: what it has prepared is there, and no more are open than are used at the same time.
/// </summary>
/// <remarks>
/// SQLite's driver has a pool of its own, but what a connection has prepared ends when it goes there. It is among the
/// interceptors of a context as that is how EF hands on what belongs to the options; it intercepts nothing.
/// </remarks>
internal sealed class SqliteConnections(SqliteSynchronous synchronous) : IInterceptor, IDisposable
{
    /// <summary>How many are kept open while nobody uses them.</summary>
    public const int MostIdle = 16;

    private readonly string pragmas =
        $"PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -512;";

    private readonly ConcurrentStack<SqlitePreparedConnection> idle = new();
    private volatile bool disposed;

    /// <summary>An open connection with its settings.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqlitePreparedConnection Borrow(string? connectionString)
    {
        if (idle.TryPop(out var kept))
            return kept;
        var connection = new SqlitePreparedConnection(connectionString);
        try
        {
            connection.Open();
            using var command = new SqliteCommand(pragmas, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection back; what it has not committed is undone.</summary>
    public void GiveBack(SqlitePreparedConnection connection)
    {
        connection.Undo();
        if (idle.Count < MostIdle)
            idle.Push(connection);
        else
            connection.Dispose();
        if (disposed)
            Clear();
    }

    public void Dispose()
    {
        disposed = true;
        Clear();
    }

    private void Clear()
    {
        while (idle.TryPop(out var connection))
            connection.Dispose();
    }
}
