using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenProject.Testing;

/// <summary>Notes the statements that a server on SQLite sends, each with the plan that SQLite makes for it.</summary>
public sealed class SentQueries : DbCommandInterceptor
{
    // PeriodicWork.QueryTag, as EF writes it. What no request asks is not noted.
    private const string OfPeriodicWork = "-- Periodic work";

    private ConcurrentQueue<SentQuery> noted = new();

    /// <summary>What was sent since the last time; forgets it.</summary>
    public IReadOnlyList<SentQuery> Take() => [.. Interlocked.Exchange(ref noted, new())];

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.StartsWith(OfPeriodicWork, StringComparison.Ordinal))
            noted.Enqueue(new SentQuery(command.CommandText, PlanOf(command)));
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        noted.Enqueue(new SentQuery(command.CommandText, PlanOf(command)));
        return ValueTask.FromResult(result);
    }

    private static List<string> PlanOf(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (SqliteParameter parameter in command.Parameters)
            explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        using var reader = explain.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
