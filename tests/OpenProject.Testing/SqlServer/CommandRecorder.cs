using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenProject.SqlServerCheck;

namespace OpenProject.Testing.SqlServer;

/// <summary>Notes each command that EF would send, distinct by text and parameter types, and sends none.</summary>
public sealed class CommandRecorder : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly ConcurrentDictionary<Statement, bool> statements;
    private readonly int rows;

    /// <summary>A recorder with nothing noted, that answers queries with no rows.</summary>
    public CommandRecorder() => statements = new();

    private CommandRecorder(CommandRecorder notes, int rows) => (statements, this.rows) = (notes.statements, rows);

    /// <summary>What was noted so far.</summary>
    public IReadOnlyCollection<Statement> Statements => [.. statements.Keys];

    /// <summary>One that notes in the same place and answers each query with some rows of ones and defaults.</summary>
    public CommandRecorder Answering(int count) => new(this, count);

    /// <inheritdoc/>
    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    /// <inheritdoc/>
    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new StubReader(rows));
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Note(command);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    private static string Declare(SqlParameter parameter)
    {
        var type = parameter.SqlDbType.ToString().ToLowerInvariant();
        var size = parameter.SqlDbType switch
        {
            SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.NChar or SqlDbType.Char or SqlDbType.VarBinary =>
                parameter.Size is > 0 and <= 4000 ? $"({parameter.Size})" : "(max)",
            SqlDbType.Decimal => $"({parameter.Precision}, {parameter.Scale})",
            _ => "",
        };
        return $"@{parameter.ParameterName.TrimStart('@')} {type}{size}";
    }

    private void Note(DbCommand command) =>
        statements.TryAdd(new Statement(command.CommandText, string.Join(", ", command.Parameters.Cast<SqlParameter>().Select(Declare))), value: true);
}
