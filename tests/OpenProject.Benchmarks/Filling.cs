using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>Adds many work packages like one that the seed made, spread over its project's statuses and priorities.</summary>
internal static class Filling
{
    private const string Columns =
        "description, description_html, project_id, type_id, author_id, assignee_id, start_date, due_date, duration_days, ignore_non_working_days, "
        + "schedule_manually, estimated_minutes, remaining_minutes, lock_version, journal_version, created_at";

    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        Run(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}),
                 model AS (SELECT * FROM work_packages WHERE start_date IS NOT NULL AND estimated_minutes IS NOT NULL ORDER BY id LIMIT 1)
            INSERT INTO work_packages ({Columns}, subject, status_id, priority_id, updated_at)
            SELECT {Columns}, 'Work package number ' || i, 1 + i % 7, 1 + i % 4, datetime('2026-01-01', i || ' seconds') || '.000' FROM model, n
            """);
        Run(connection, """
            INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth)
            SELECT id, id, 0 FROM work_packages WHERE id NOT IN (SELECT descendant_id FROM work_package_hierarchies WHERE depth = 0)
            """);
        transaction.Commit();
        Run(connection, "ANALYZE");
        return 0;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
