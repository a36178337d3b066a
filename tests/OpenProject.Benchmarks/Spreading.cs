using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>Spreads many work packages over 200 projects and as many people, so that each filter leaves its share of them.</summary>
internal static class Spreading
{
    private const int Projects = 200;
    private const int People = 200;

    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        var project = Rows.Copy(connection, "projects", "identifier = 'demo-project'", Projects, ("identifier", "'load-' || i"), ("name", "'Load ' || i"));
        Rows.Run(connection, $"INSERT INTO project_hierarchies (ancestor_id, descendant_id, depth) SELECT id, id, 0 FROM projects WHERE id > {project}");
        foreach (var table in new[] { "project_modules", "project_types" })
        {
            var other = table == "project_modules" ? "name" : "type_id";
            Rows.Run(connection, $"INSERT INTO {table} (project_id, {other}) SELECT p.id, m.{other} FROM projects AS p, {table} AS m WHERE p.id > {project} AND m.project_id = (SELECT id FROM projects WHERE identifier = 'demo-project')");
        }

        var person = Rows.Copy(connection, "principals", "login = 'mira'", People, ("login", "'load-' || i"), ("email", "'load-' || i || '@example.net'"));
        var category = Rows.Copy(connection, "categories", "true", Projects, ("project_id", $"{project} + i"));
        var version = Rows.Copy(connection, "versions", "true", Projects, ("project_id", $"{project} + i"));
        var first = Rows.Copy(
            connection,
            "work_packages",
            "description IS NOT NULL",
            rows,
            ("subject", "CASE WHEN i % 1000 = 7 THEN 'Rarely said ' ELSE 'Work package number ' END || i"),
            ("project_id", $"{project} + 1 + i % {Projects}"),
            ("type_id", "1 + i % 3"),
            ("status_id", "1 + i % 14"),
            ("status_kind", "(SELECT is_closed FROM statuses WHERE id = 1 + i % 14)"),
            ("priority_id", "1 + i % 4"),
            ("author_id", $"{person} + 1 + i % {People}"),
            ("assignee_id", $"CASE WHEN i % 3 THEN {person} + 1 + i / 3 % {People} END"),
            ("responsible_id", $"CASE WHEN i % 5 = 0 THEN {person} + 1 + i / 5 % {People} END"),
            ("category_id", $"CASE WHEN i % 4 = 0 THEN {category} + 1 + i % {Projects} END"),
            ("version_id", $"CASE WHEN i % 3 = 0 THEN {version} + 1 + i % {Projects} END"),
            ("budget_id", "NULL"),
            ("parent_id", "NULL"),
            ("start_date", "CASE WHEN i % 10 THEN date('2024-01-01', (i % 1000) || ' days') END"),
            ("due_date", "CASE WHEN i % 10 THEN date('2024-01-01', (i % 1000 + i % 20) || ' days') END"),
            ("duration_days", "CASE WHEN i % 10 THEN 1 + i % 20 END"),
            ("estimated_minutes", "60 * (i % 500)"),
            ("remaining_minutes", "60 * (i % 400)"),
            ("percentage_done", "i % 101"),
            ("created_at", "datetime('2024-01-01', (i % 1000) || ' days') || '.000'"),
            ("updated_at", "datetime('2026-01-01', i || ' seconds') || '.000'"));
        Rows.Run(connection, $"UPDATE work_packages SET parent_id = id - 1 WHERE id > {first} + 1 AND id % 20 = 0");
        Rows.Run(connection, $"""
            INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth)
            SELECT id, id, 0 FROM work_packages WHERE id > {first} UNION ALL SELECT parent_id, id, 1 FROM work_packages WHERE id > {first} AND parent_id IS NOT NULL
            """);
        foreach (var (type, each) in new[] { (0, 30), (1, 40), (2, 50), (3, 60), (4, 70), (5, 80) })
            Rows.Run(connection, $"INSERT OR IGNORE INTO relations (from_id, to_id, type, lag) SELECT id, id - {type + 1}, {type}, 0 FROM work_packages WHERE id > {first} + 10 AND id % {each} = 0");
        Rows.Run(connection, $"INSERT INTO watchers (work_package_id, user_id) SELECT id, {person} + 1 + id % {People} FROM work_packages WHERE id > {first} AND id % 10 = 0");
        transaction.Commit();
        Rows.Run(connection, "ANALYZE");
        Console.WriteLine($"first={first + 1} project={project + 1} person={person + 1} category={category + 1} version={version + 1}");
        return 0;
    }
}
