namespace OpenProject.Benchmarks;

/// <summary>Adds many topics of BCF to the demo project, in one status and over a month of times.</summary>
internal static class TopicFilling
{
    public static int Fill(string directory, int rows)
    {
        const string moment = "datetime('2030-01-01', (i * 97 % 2592000) || ' seconds') || '.' || substr('00' || (i % 1000), -3)";
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        var before = Rows.Copy(
            connection,
            "work_packages",
            "parent_id IS NULL AND project_id = (SELECT id FROM projects WHERE identifier = 'demo-project')",
            rows,
            ("subject", "'Topic ' || i"),
            ("journal_version", "1"),
            ("derived_start_date", "NULL"),
            ("derived_due_date", "NULL"),
            ("created_at", moment),
            ("updated_at", moment));
        Rows.Run(connection, $"INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth) SELECT id, id, 0 FROM work_packages WHERE id > {before}");
        Rows.Copy(
            connection,
            "work_package_journals",
            "version = 1 AND notes IS NULL",
            rows,
            ("work_package_id", $"{before} + i"),
            ("subject", "'Topic ' || i"),
            ("created_at", moment),
            ("updated_at", moment),
            ("comment_guid", "NULL"));
        Rows.Run(connection, $"""
            INSERT INTO bcf_topics (guid, work_package_id, reference_links, snippet_is_external, model_files, related_guids, label_lines)
            SELECT printf('%08x-0000-4000-8000-%012x', id * 2654435761 % 4294967296, id), id, '[]', 0, '[]', '[]', CASE WHEN id % 3 THEN char(10) || 'MEP' || char(10) END
            FROM work_packages WHERE id > {before}
            """);
        transaction.Commit();
        Rows.Run(connection, "ANALYZE");
        return 0;
    }
}
