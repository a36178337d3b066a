using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies the queries of a project that one sees, with their views; what they name of the project they name of the copy. Some at a time, as each may order thousands of work packages.</summary>
internal sealed class QueryCopies(OpenProjectDbContext context, BatchedCopies batches, TimeProvider clock)
{
    private const int BatchSize = 50;

    /// <summary>Copies all of them, or only some.</summary>
    public Task CopyAsync(long sourceId, long targetId, CopiedIds copies, long userId, List<long>? only, CancellationToken cancellationToken)
    {
        var queries = context.Set<SavedQuery>().Where(q => q.ProjectId == sourceId && (q.Public || q.UserId == userId));
        if (only is not null)
            queries = queries.Where(q => only.Contains(q.Id));
        return BatchedCopies.EachAsync(queries, BatchSize, batch => CopyAsync(batch, targetId, copies, userId, cancellationToken), cancellationToken);
    }

    private async Task CopyAsync(IReadOnlyList<SavedQuery> queries, long targetId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<long> ids = [.. queries.Select(q => q.Id)];
        var views = await context.Set<View>().Where(v => ids.Contains(v.QueryId)).ToDictionaryAsync(v => v.QueryId, v => v.Kind, cancellationToken);
        SavedQuery Copy(SavedQuery query)
        {
            var copy = query.CopyTo(targetId, userId, now, [.. query.Filters.Select(filter => Translate(filter, copies))]);
            copy.Reorder(query.Positions.Where(p => copies.WorkPackages.ContainsKey(p.WorkPackageId))
                .ToDictionary(p => copies.WorkPackages[p.WorkPackageId], p => p.Position));
            return copy;
        }

        await batches.CopyBatchAsync(queries, Copy, copies.Queries, cancellationToken);
        await batches.StoreAsync(views.Select(view => View.Create(view.Value, copies.Queries[view.Key], now)), cancellationToken);
    }

    private static QueryFilter Translate(QueryFilter filter, CopiedIds copies) => filter.Name switch
    {
        "version" => filter with { Values = Translate(filter.Values, copies.Versions) },
        "category" => filter with { Values = Translate(filter.Values, copies.Categories) },
        "parent" => filter with { Values = Translate(filter.Values, copies.WorkPackages) },
        _ => filter,
    };

    // What has no copy stays what it is.
    private static List<string> Translate(IReadOnlyList<string> values, IReadOnlyDictionary<long, long> ids) =>
        [.. values.Select(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ids.TryGetValue(id, out var copy)
            ? copy.ToString(CultureInfo.InvariantCulture)
            : value)];
}
