using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>A context's connection to SQLite: one of <see cref="SqliteConnections"/>, from when the context opens it until it closes it.</summary>
/// <remarks>The class it changes is EF's own, with no promise to stay as it is; no public one opens and closes what a context uses.</remarks>
[SuppressMessage("Usage", "EF1001", Justification = "See the remark.")]
internal sealed class SqliteBorrowedConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger) : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private readonly SqliteConnections connections =
        dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()!.Interceptors!.OfType<SqliteConnections>().Single();

    /// <summary>The borrowed one, or what stands for it meanwhile.</summary>
    [AllowNull]
    public override DbConnection DbConnection
    {
        get => (DbConnection?)StandIn.Borrowed ?? StandIn;
        set => base.DbConnection = value;
    }

    private SqliteContextConnection StandIn => (SqliteContextConnection)base.DbConnection;

    // EF's own have functions for arithmetic of decimals too; no query of this server computes with them.
    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new SqliteContextConnection(GetValidatedConnectionString());

    /// <inheritdoc/>
    protected override void OpenDbConnection(bool errorsExpected) => StandIn.Borrowed = connections.Borrow(ConnectionString);

    /// <inheritdoc/>
    protected override Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        OpenDbConnection(errorsExpected);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void CloseDbConnection()
    {
        if (StandIn.Borrowed is { } connection)
        {
            StandIn.Borrowed = null;
            connections.GiveBack(connection);
        }
    }

    /// <inheritdoc/>
    protected override Task CloseDbConnectionAsync()
    {
        CloseDbConnection();
        return Task.CompletedTask;
    }
}
