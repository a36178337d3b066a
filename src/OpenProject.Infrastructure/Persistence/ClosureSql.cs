using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Maintains a closure table (<c>ancestor_id</c>, <c>descendant_id</c>, <c>depth</c>; every node is its own at depth 0).
/// The table's name is a constant of the code; ids are parameters.
/// </summary>
internal sealed class ClosureSql(string table)
{
    private readonly string plant =
        $"INSERT INTO {table} (ancestor_id, descendant_id, depth) SELECT ancestor_id, {{0}}, depth + 1 FROM {table} WHERE descendant_id = {{1}}";

    private readonly string self = $"INSERT INTO {table} (ancestor_id, descendant_id, depth) VALUES ({{0}}, {{0}}, 0)";

    private readonly string detach =
        $"DELETE FROM {table} WHERE descendant_id IN (SELECT descendant_id FROM {table} WHERE ancestor_id = {{0}}) "
        + $"AND ancestor_id NOT IN (SELECT descendant_id FROM {table} WHERE ancestor_id = {{0}})";

    private readonly string attach =
        $"INSERT INTO {table} (ancestor_id, descendant_id, depth) SELECT up.ancestor_id, down.descendant_id, up.depth + down.depth + 1 "
        + $"FROM {table} AS up CROSS JOIN {table} AS down WHERE up.descendant_id = {{1}} AND down.ancestor_id = {{0}}";

    /// <summary>Enters a new node.</summary>
    public async Task PlantAsync(DbContext context, long id, long? parentId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(self, [id], cancellationToken);
        if (parentId is { } parent)
            await context.Database.ExecuteSqlRawAsync(plant, [id, parent], cancellationToken);
    }

    /// <summary>Moves a node with all below it.</summary>
    public async Task MoveAsync(DbContext context, long id, long? parentId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(detach, [id], cancellationToken);
        if (parentId is { } parent)
            await context.Database.ExecuteSqlRawAsync(attach, [id, parent], cancellationToken);
    }
}
