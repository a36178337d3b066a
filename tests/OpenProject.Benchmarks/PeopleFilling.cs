namespace OpenProject.Benchmarks;

/// <summary>Makes one person a member of many projects, and one project one of many people.</summary>
internal static class PeopleFilling
{
    /// <summary>Adds the projects, which are private, and the people; <c>mira</c> and the demo project are those of whom there is much.</summary>
    /// <param name="directory">The server's data directory.</param>
    /// <param name="projects">How many projects mira is a member of.</param>
    /// <param name="people">How many people are members of the demo project.</param>
    public static int Fill(string directory, int projects, int people)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        const string Demo = "(SELECT id FROM projects WHERE identifier = 'demo-project')";
        const string Mira = "(SELECT id FROM principals WHERE login = 'mira')";
        var project = Rows.Copy(connection, "projects", "identifier = 'demo-project'", projects, ("identifier", "'people-' || i"), ("name", "'Load ' || i"), ("public", "0"));
        Rows.Run(connection, $"INSERT INTO project_hierarchies (ancestor_id, descendant_id, depth) SELECT id, id, 0 FROM projects WHERE id > {project}");
        Rows.Run(connection, $"INSERT INTO project_modules (project_id, name) SELECT p.id, m.name FROM projects AS p, project_modules AS m WHERE p.id > {project} AND m.project_id = {Demo}");
        var person = Rows.Copy(connection, "principals", "login = 'mira'", people, ("login", "'people-' || i"), ("email", "'people-' || i || '@example.net'"), ("sort_name", "'person ' || i"));
        foreach (var (times, column, value) in new[] { (projects, "project_id", $"{project} + i"), (people, "principal_id", $"{person} + i") })
        {
            var before = Rows.Copy(connection, "members", $"principal_id = {Mira} AND project_id = {Demo}", times, (column, value));
            Rows.Run(connection, $"INSERT INTO member_roles (membership_id, role_id) SELECT id, (SELECT id FROM roles WHERE name = 'Member') FROM members WHERE id > {before}");
        }

        transaction.Commit();
        Rows.Run(connection, "ANALYZE");
        Console.WriteLine($"first={person + 1}");
        return 0;
    }
}
