namespace OpenProject.Benchmarks;

/// <summary>
/// Adds many work packages like one that the seed made, with all that people fill in: each has a text of some sentences, people, a version, a
/// category, a budget and a phase.
/// </summary>
internal static class Filling
{
    private const string Text =
        "Each visitor should find the way without asking. The plan of the building is on **one** page, the rooms have the names that the programme uses, "
        + "and what has changed since the morning is marked.\n\n- the entrance and the cloakroom\n- rooms, with the number of seats and a plug at each of them\n- where there is water, food and rest\n\nWho has a suggestion writes it below; once a week they are read and answered.";

    private const string Html =
        "<p>Each visitor should find the way without asking. The plan of the building is on <strong>one</strong> page, the rooms have the names that the programme "
        + "uses, and what has changed since the morning is marked.</p>\n<ul>\n<li>the entrance and the cloakroom</li>\n<li>rooms, with the number of seats and a plug at each of them</li>\n"
        + "<li>where there is water, food and rest</li>\n</ul>\n<p>Who has a suggestion writes it below; once a week they are read and answered.</p>";

    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        // The counterparts know no fields of an installation's own.
        Rows.Run(connection, "DELETE FROM work_package_custom_values; DELETE FROM work_package_journal_custom_values; UPDATE hierarchy_items SET parent_id = NULL; DELETE FROM custom_fields");
        var version = Rows.Copy(connection, "versions", "true", 1, ("project_id", "(SELECT id FROM projects WHERE identifier = 'demo-project')"), ("name", "'Spring'")) + 1;
        Rows.Copy(
            connection,
            "work_packages",
            "start_date IS NOT NULL AND estimated_minutes IS NOT NULL AND phase_id IS NOT NULL",
            rows,
            ("subject", "'Work package number ' || i"),
            ("status_id", "1 + i % 7"),
            ("status_kind", "(SELECT is_closed FROM statuses WHERE id = 1 + i % 7)"),
            ("priority_id", "1 + i % 4"),
            ("parent_id", "NULL"),
            ("description", $"'{Text}'"),
            ("description_html", $"'{Html}'"),
            ("responsible_id", "work_packages.assignee_id"),
            ("version_id", $"{version}"),
            ("category_id", "(SELECT min(id) FROM categories)"),
            ("budget_id", "(SELECT min(id) FROM budgets)"),
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
