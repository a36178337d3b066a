using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// A closure table over a tree of rows that name their parent: one pair for each row and each of its ancestors, itself
/// included at depth 0. The statements are those that LINQ cannot say; both databases take them.
/// </summary>
/// <param name="context">The scope's context, in the caller's transaction.</param>
/// <param name="nodes">The table of the rows.</param>
/// <param name="pairs">The closure table.</param>
internal sealed class ClosureTable(OpenProjectDbContext context, string nodes, string pairs)
{
    // No row has this id, so nothing is above a root.
    private const long Nowhere = 0;

    public Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken) => ExecuteAsync(
        $$"""
        INSERT INTO {{pairs}} (ancestor_id, descendant_id, depth)
        SELECT above.ancestor_id, {0}, above.depth + 1 FROM {{pairs}} AS above WHERE above.descendant_id = {1}
        UNION ALL SELECT {0}, {0}, 0
        """,
        [id, parentId ?? Nowhere],
        cancellationToken);

    /// <summary>Enters every row into a table that is empty yet.</summary>
    public Task PlantAllAsync(CancellationToken cancellationToken) => PlantAsync(nodes, [], cancellationToken);

    /// <summary>Enters all rows of a project, none of which has been entered yet, and whose parents are among them.</summary>
    public Task PlantProjectAsync(long projectId, CancellationToken cancellationToken) =>
        PlantAsync(nodes + " WHERE project_id = {0}", [projectId], cancellationToken);

    private Task<int> PlantAsync(string rows, object[] parameters, CancellationToken cancellationToken) => ExecuteAsync(
        $"""
        WITH branch (ancestor_id, descendant_id, depth) AS (
            SELECT id, id, 0 FROM {rows}
            UNION ALL
            SELECT branch.ancestor_id, below.id, branch.depth + 1 FROM branch INNER JOIN {nodes} AS below ON below.parent_id = branch.descendant_id
        )
        INSERT INTO {pairs} (ancestor_id, descendant_id, depth) SELECT ancestor_id, descendant_id, depth FROM branch
        """,
        parameters,
        cancellationToken);

    public async Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken)
    {
        var parent = parentId ?? Nowhere;
        await LockAsync([id, parent], cancellationToken);
        await CutAsync(id, cancellationToken);
        var added = await ExecuteAsync(
            $$"""
            INSERT INTO {{pairs}} (ancestor_id, descendant_id, depth)
            SELECT above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
            FROM {{pairs}} AS above CROSS JOIN {{pairs}} AS below
            WHERE above.descendant_id = {1} AND below.ancestor_id = {0}
            AND NOT EXISTS (SELECT 1 FROM {{pairs}} AS loop WHERE loop.ancestor_id = {0} AND loop.descendant_id = {1})
            """,
            [id, parent],
            cancellationToken);
        if (parentId is not null && added == 0)
            throw new ProblemException(new Problem.Conflict());
    }

    // Whoever else moves or derives along the same branches waits until this transaction ends. On a database that has one
    // writer it changes nothing.
    private Task<int> LockAsync(object[] ids, CancellationToken cancellationToken) => ExecuteAsync(
        $$"""
        UPDATE {{nodes}} SET parent_id = parent_id
        WHERE id IN (SELECT ancestor_id FROM {{pairs}} WHERE descendant_id IN ({0}, {1}))
        """,
        ids,
        cancellationToken);

    private Task<int> CutAsync(long id, CancellationToken cancellationToken) => ExecuteAsync(
        $$"""
        DELETE FROM {{pairs}}
        WHERE descendant_id IN (SELECT descendant_id FROM {{pairs}} WHERE ancestor_id = {0})
        AND ancestor_id IN (SELECT ancestor_id FROM {{pairs}} WHERE descendant_id = {0} AND ancestor_id <> {0})
        """,
        [id],
        cancellationToken);

    private Task<int> ExecuteAsync(string sql, object[] ids, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(sql, ids, cancellationToken);
}
