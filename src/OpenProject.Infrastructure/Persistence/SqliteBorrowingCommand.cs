using System.Data;
using Microsoft.Data.Sqlite;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>A command that runs as the prepared one of the same text, and gives that back when it is disposed of.</summary>
internal sealed class SqliteBorrowingCommand : SqliteCommand
{
    private SqlitePreparedConnection? lender;
    private SqliteCommand? running;

    /// <summary>Kept here alone: the connection need not know of a command that prepares nothing.</summary>
    public override SqliteConnection? Connection { get; set; }

    /// <summary>A command on a connection.</summary>
    public static SqliteBorrowingCommand Of(SqliteConnection connection, int timeout, SqliteTransaction? transaction) =>
        new() { Connection = connection, CommandTimeout = timeout, Transaction = transaction };

    /// <inheritdoc/>
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Run().ExecuteReader(behavior);

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Run().ExecuteNonQuery();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Run().ExecuteScalar();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    private SqliteCommand Run()
    {
        GiveBack();
        lender = Connection as SqlitePreparedConnection ?? ((SqliteContextConnection)Connection!).Borrowed
            ?? throw new InvalidOperationException("The connection is not open.");
        running = lender.Take(CommandText);
        running.Transaction = Transaction;
        running.CommandTimeout = CommandTimeout;
        foreach (SqliteParameter parameter in Parameters)
            running.Parameters.Add(parameter);
        return running;
    }

    private void GiveBack()
    {
        if (running is { } command)
        {
            running = null;
            lender!.Keep(command);
        }
    }
}
