using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Has something happen the next time that a statement about a table is about to be sent.</summary>
internal sealed class CommandFault : DbCommandInterceptor
{
    private (string Table, Action Act)? next;

    /// <summary>Says what happens, once, before a statement that reads a table.</summary>
    public void Before(string table, Action act) => next = ($"\"{table}\"", act);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (next is var (table, act) && command.CommandText.Contains(table, StringComparison.Ordinal))
        {
            next = null;
            act();
        }

        return ValueTask.FromResult(result);
    }
}
