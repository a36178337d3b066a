using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>Adds many users like the administrator that the seed made, and two groups: one of ten thousand of them, or of all, and one of ten.</summary>
internal static class ScimFilling
{
    private static readonly string[] Own = ["id", "login", "name", "sort_name", "first_name", "last_name", "email", "admin", "identity_url", "password_hash"];

    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        var copied = string.Join(", ", Columns(connection).Except(Own, StringComparer.Ordinal));
        Run(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {rows - 1}), model AS (SELECT * FROM principals WHERE login = 'admin')
            INSERT INTO principals ({copied}, login, name, sort_name, first_name, last_name, email, admin)
            SELECT {copied}, 'load' || i, 'Load Number ' || i, 'Number ' || i || ' Load', 'Load', 'Number ' || i, 'load' || i || '@example.net', 0 FROM model, n
            """);
        Run(connection, "INSERT INTO external_identities (principal_id, provider, external_key) SELECT id, 'filled', 'ext-' || substr(login, 5) FROM principals WHERE login LIKE 'load%'");
        foreach (var (name, size) in new[] { ("Ten", 10), ("Ten thousand", 10_000) })
        {
            Run(connection, $"INSERT INTO principals (kind, name, sort_name, created_at, updated_at, revision) VALUES (2, '{name}', '{name}', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0)");
            Run(connection, $"INSERT INTO group_members (group_id, user_id) SELECT last_insert_rowid(), id FROM principals WHERE login LIKE 'load%' ORDER BY id LIMIT {size}");
        }

        transaction.Commit();
        Run(connection, "ANALYZE");
        return 0;
    }

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('principals')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
