using System.Data;
using Microsoft.Data.Sqlite;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>What a context has for a connection while it has borrowed none: EF makes a command first and opens the connection then.</summary>
internal sealed class SqliteContextConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>The connection on which the commands run.</summary>
    public SqlitePreparedConnection? Borrowed { get; set; }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() =>
        State == ConnectionState.Open ? base.CreateCommand() : SqliteBorrowingCommand.Of(this, DefaultTimeout, transaction: null);
}
