namespace OpenProject.Benchmarks;

/// <summary>A work package with its journal and its place in the tree, by three inserts in one transaction behind one gate.</summary>
internal sealed class WorkPackageInsert(string directory)
{
    private const string Sql = """
        INSERT INTO work_packages (subject, project_id, type_id, status_id, status_kind, priority_id, author_id, ignore_non_working_days, schedule_manually,
            lock_version, topic_revision, journal_version, created_at, updated_at)
        VALUES ($subject, 3, 1, 1, 0, 2, $author, 0, 1, 0, 0, 1, $now, $now);
        INSERT INTO work_package_hierarchies (ancestor_id, descendant_id, depth) SELECT last_insert_rowid(), last_insert_rowid(), 0;
        INSERT INTO work_package_journals (work_package_id, version, user_id, internal, created_at, updated_at, subject, project_id, type_id, status_id,
            priority_id, author_id, ignore_non_working_days, schedule_manually)
        SELECT id, 1, author_id, 0, created_at, updated_at, subject, project_id, type_id, status_id, priority_id, author_id, 0, 1
        FROM work_packages WHERE id = (SELECT MAX(id) FROM work_packages);
        SELECT MAX(id) FROM work_packages
        """;

    private static readonly SemaphoreSlim Gate = new(1, 1);

    public async Task<long> InsertAsync(string subject)
    {
        await Gate.WaitAsync();
        try
        {
            using var connection = Database.Open(directory);
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.Parameters.AddWithValue("$subject", subject);
            command.Parameters.AddWithValue("$author", 4);
            command.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().UtcDateTime);
            var id = (long)command.ExecuteScalar()!;
            transaction.Commit();
            return id;
        }
        finally
        {
            Gate.Release();
        }
    }
}
