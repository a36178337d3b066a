using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>
/// Makes many rows of one that the seed made. All of its columns are copied, whatever the server's version has for them, so that only what
/// shall differ is named here.
/// </summary>
internal static class Rows
{
    /// <summary>Copies a row; <c>i</c> in the values of columns counts the copies from 1.</summary>
    /// <returns>The last id before the copies, which count up from it.</returns>
    public static long Copy(SqliteConnection connection, string table, string which, int times, params (string Column, string Value)[] differing)
    {
        var model = Number(connection, $"SELECT min(id) FROM {table} WHERE {which}");
        var before = Number(connection, $"SELECT max(id) FROM {table}");
        var columns = Columns(connection, table).Where(column => column != "id").ToList();
        if (differing.Select(d => d.Column).Except(columns, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"{table} has no column {unknown}.");
        var values = columns.Select(column => differing.FirstOrDefault(d => d.Column == column).Value ?? $"{table}.{column}");
        Run(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})
            INSERT INTO {table} (id, {string.Join(", ", columns)}) SELECT {before} + i, {string.Join(", ", values)} FROM {table}, n WHERE {table}.id = {model} ORDER BY i
            """);
        return before;
    }

    /// <summary>Sends a statement.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
