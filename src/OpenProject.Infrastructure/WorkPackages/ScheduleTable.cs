using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The statements of rescheduling that LINQ cannot say.</summary>
internal sealed class ScheduleTable(OpenProjectDbContext context) : IScheduleTable
{
    private static readonly JsonRows Changed = new(("id", "bigint"), ("constrained", "bit"));

    public Task<List<long>> ReachedFromAsync(IReadOnlyCollection<Unsettled> changed, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(changed.Select(c => new { id = c.Id, constrained = c.WithConditions ? 1 : 0 }));
        var sql = context.Database.IsSqlServer() ? SqlServerReach() : SqliteReach();
        return context.Database.SqlQueryRaw<long>(sql, json).ToListAsync(cancellationToken);
    }

    public async Task StoreAsync(IReadOnlyList<ScheduledWork> moved, long actorId, DateTime now, CancellationToken cancellationToken)
    {
        var (move, amend, tell) = (Move(), Amend(), Tell());
        var since = now.AddMinutes(-WorkPackageJournal.RunningMinutes);
        foreach (var batch in moved.Chunk(JsonRows.BatchSize))
        {
            object[] parameters = [JsonSerializer.Serialize(batch.Select(MovedRow.Of)), now, actorId, since];
            await context.Database.ExecuteSqlRawAsync(move, parameters, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(amend, parameters, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(tell, parameters, cancellationToken);
        }
    }

    // A journal that still runs takes the change in; the aggregate does the same with a single one.
    private string Move() => MovedRow.Columns.Update(
        context,
        "work_packages",
        """
        start_date = given.start_date, due_date = given.due_date, duration_days = given.duration_days, ignore_non_working_days = given.ignores,
        schedule_manually = given.manual, updated_at = {1}, lock_version = changed.lock_version + 1,
        journal_version = changed.journal_version + CASE WHEN EXISTS (
            SELECT 1 FROM work_package_journals AS latest
            WHERE latest.work_package_id = changed.id AND latest.version = changed.journal_version
            AND latest.notes IS NULL AND latest.user_id = {2} AND latest.created_at >= {3}) THEN 0 ELSE 1 END
        """,
        "{0}");

    private string Amend() => MovedRow.Columns.Update(
        context,
        "work_package_journals",
        """
        start_date = given.start_date, due_date = given.due_date, duration_days = given.duration_days, ignore_non_working_days = given.ignores,
        schedule_manually = given.manual, updated_at = {1}
        """,
        "{0}",
        "changed.work_package_id = given.id AND changed.version = (SELECT state.journal_version FROM work_packages AS state WHERE state.id = given.id)");

    private string Tell() => WorkPackageJournalCopy.Statement(context.Model, actor: "{2}", now: "{1}")
        + $$""" WHERE work_packages.id IN (SELECT given.id FROM {{MovedRow.Columns.From(context, "{0}")}} AS given)"""
        + """
           AND NOT EXISTS (
            SELECT 1 FROM work_package_journals AS latest WHERE latest.work_package_id = work_packages.id AND latest.version = work_packages.journal_version)
          """;

    // Recursion that forgets nothing it has been to needs UNION, which SQL Server does not have there.
    private string SqliteReach() =>
        $$"""
        WITH RECURSIVE reached (id, constrained) AS (
        SELECT id, constrained FROM {{Changed.From(context, "{0}")}}
        UNION
        {{Steps("reached")}}
        )
        SELECT DISTINCT id AS "Value" FROM reached
        """;

    private string SqlServerReach() =>
        $$"""
        SET NOCOUNT ON;
        DECLARE @reached TABLE (id bigint NOT NULL, constrained bit NOT NULL, step int NOT NULL, PRIMARY KEY (id, constrained));
        DECLARE @step int = 0;
        INSERT INTO @reached (id, constrained, step) SELECT DISTINCT id, constrained, 0 FROM {{Changed.From(context, "{0}")}} AS changed;
        WHILE @@ROWCOUNT > 0
        BEGIN
            SET @step = @step + 1;
            INSERT INTO @reached (id, constrained, step)
            SELECT next.id, next.constrained, @step FROM (
        {{Steps("@reached", " AND at.step = @step - 1")}}
            ) AS next
            WHERE NOT EXISTS (SELECT 1 FROM @reached AS known WHERE known.id = next.id AND known.constrained = next.constrained);
        END;
        SELECT DISTINCT id AS [Value] FROM @reached;
        """;

    // One step from what was reached before: to what spans it, to what follows it, and, where conditions changed, to what is below it.
    private static string Steps(string reached, string condition = "") =>
        $"""
        SELECT above.id AS id, 0 AS constrained
        FROM {reached} AS at INNER JOIN work_packages AS w ON w.id = at.id INNER JOIN work_packages AS above ON above.id = w.parent_id
        WHERE above.schedule_manually = 0{condition}
        UNION
        SELECT after.id, 1
        FROM {reached} AS at INNER JOIN relations AS r ON r.to_id = at.id AND r.type = {(int)RelationType.Follows} INNER JOIN work_packages AS after ON after.id = r.from_id
        WHERE after.schedule_manually = 0{condition}
        UNION
        SELECT below.id, 1
        FROM {reached} AS at INNER JOIN work_packages AS below ON below.parent_id = at.id
        WHERE at.constrained = 1 AND below.schedule_manually = 0{condition}
        """;
}
