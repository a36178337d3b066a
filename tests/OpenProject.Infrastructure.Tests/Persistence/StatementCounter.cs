using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>Keeps the texts of the statements that a context has run, and how long the texts of their parameters were.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    public List<string> Statements { get; } = [];

    public List<int> ParameterLengths { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command)
    {
        Statements.Add(command.CommandText);
        ParameterLengths.Add(command.Parameters.Cast<DbParameter>().Sum(parameter => (parameter.Value as string)?.Length ?? 0));
    }
}
