using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The statements of rescheduling that LINQ cannot say.</summary>
internal sealed class ScheduleTable(OpenProjectDbContext context, ICurrentActor actor) : IScheduleTable
{
    private static readonly JsonRows Changed = new(("id", "bigint"), ("constrained", "bit"));

    public Task<List<long>> ReachedFromAsync(IReadOnlyCollection<Unsettled> changed, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(changed.Select(c => new { id = c.Id, constrained = c.WithConditions ? 1 : 0 }));
        var sql = context is SqlServerDbContext ? SqlServerReach() : SqliteReach();
        return context.Database.SqlQueryRaw<long>(sql, json).ToListAsync(cancellationToken);
    }

    public Task StoreAsync(IReadOnlyList<ScheduledWork> moved, long actorId, DateTime now, CancellationToken cancellationToken) =>
        new WorkPackageChanges(context, actor, MovedRow.Columns, MovedRow.Attributes).StoreAsync(moved.Select(MovedRow.Of), actorId, now, cancellationToken);

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
