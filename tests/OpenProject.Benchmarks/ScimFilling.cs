using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>Adds many users like the administrator that the seed made, and two groups: one of ten thousand of them, or of all, and one of ten.</summary>
internal static class ScimFilling
{
    public static int Fill(string directory, int rows)
    {
        using var connection = Database.Open(directory);
        using var transaction = connection.BeginTransaction();
        Rows.Copy(
            connection,
            "principals",
            "login = 'admin'",
            rows,
            ("login", "'load' || (i - 1)"),
            ("name", "'Load Number ' || (i - 1)"),
            ("sort_name", "'Number ' || (i - 1) || ' Load'"),
            ("first_name", "'Load'"),
            ("last_name", "'Number ' || (i - 1)"),
            ("email", "'load' || (i - 1) || '@example.net'"),
            ("admin", "0"),
            ("identity_url", "NULL"),
            ("password_hash", "NULL"));
        Rows.Run(connection, "INSERT INTO external_identities (principal_id, provider, external_key) SELECT id, 'filled', 'ext-' || substr(login, 5) FROM principals WHERE login LIKE 'load%'");
        foreach (var (name, size) in new[] { ("Ten", 10), ("Ten thousand", 10_000) })
        {
            Rows.Run(connection, $"INSERT INTO principals (kind, name, sort_name, created_at, updated_at, revision) VALUES (2, '{name}', '{name}', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0)");
            Rows.Run(connection, $"INSERT INTO group_members (group_id, user_id) SELECT last_insert_rowid(), id FROM principals WHERE login LIKE 'load%' ORDER BY id LIMIT {size}");
        }

        transaction.Commit();
        Rows.Run(connection, "ANALYZE");
        return 0;
    }
}
