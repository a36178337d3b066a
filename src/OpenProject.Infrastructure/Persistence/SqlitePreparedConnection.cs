using Microsoft.Data.Sqlite;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// An open connection that keeps the commands it has prepared: SQLite takes longer to plan most statements of this server than
/// to run them.
/// </summary>
internal sealed class SqlitePreparedConnection(string? connectionString) : SqliteConnection(connectionString)
{
    /// <summary>How many commands are kept; the one that was not used for the longest time goes first.</summary>
    public const int MostPrepared = 100;

    private readonly Dictionary<string, (SqliteCommand Command, long LastUse)> idle = new(StringComparer.Ordinal);
    private long uses;

    /// <summary>How many commands are kept now.</summary>
    public int Prepared => idle.Count;

    /// <summary>A command of this text, prepared when it was run before.</summary>
    public SqliteCommand Take(string commandText) =>
        idle.Remove(commandText, out var kept) ? kept.Command : new SqliteCommand(commandText, this);

    /// <summary>Keeps a command that nobody reads from any more.</summary>
    public void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (!idle.TryAdd(command.CommandText, (command, ++uses)))
            command.Dispose();
        if (idle.Count > MostPrepared)
        {
            var oldest = idle.MinBy(kept => kept.Value.LastUse);
            idle.Remove(oldest.Key);
            oldest.Value.Command.Dispose();
        }
    }

    /// <summary>Undoes what was not committed.</summary>
    public void Undo() => Transaction?.Dispose();

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() => SqliteBorrowingCommand.Of(this, DefaultTimeout, Transaction);
}
