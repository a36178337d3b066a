namespace OpenProject.Benchmarks;

/// <summary>Adds many work packages like one that the seed made, spread over its project's statuses and priorities.</summary>
internal static class Filling
{
    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        Rows.Copy(
            connection,
            "work_packages",
            "start_date IS NOT NULL AND estimated_minutes IS NOT NULL",
            rows,
            ("subject", "'Work package number ' || i"),
            ("status_id", "1 + i % 7"),
            ("priority_id", "1 + i % 4"),
            ("parent_id", "NULL"),
            ("version_id", "NULL"),
            ("category_id", "NULL"),
            ("updated_at", "datetime('2026-01-01', i || ' seconds') || '.000'"));
        Rows.Run(connection, """
            INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth)
            SELECT id, id, 0 FROM work_packages WHERE id NOT IN (SELECT descendant_id FROM work_package_hierarchies WHERE depth = 0)
            """);
        transaction.Commit();
        Rows.Run(connection, "ANALYZE");
        return 0;
    }
}
