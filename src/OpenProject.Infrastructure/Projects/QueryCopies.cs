using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies the queries of a project that one sees, with their views; what they name of the project they name of the copy. Some at a time, as each may order thousands of work packages.</summary>
internal sealed class QueryCopies(OpenProjectDbContext context, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 50;

    public async Task CopyAsync(long sourceId, long targetId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var ids = await context.Set<SavedQuery>().Where(q => q.ProjectId == sourceId && (q.Public || q.UserId == userId))
            .OrderBy(q => q.Id).Select(q => q.Id).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(BatchSize))
            await CopyAsync(batch, targetId, copies, userId, cancellationToken);
    }

    private async Task CopyAsync(long[] ids, long targetId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var queries = await context.Set<SavedQuery>().Where(q => ids.Contains(q.Id)).OrderBy(q => q.Id).ToListAsync(cancellationToken);
        var views = await context.Set<View>().Where(v => ids.Contains(v.QueryId)).ToDictionaryAsync(v => v.QueryId, v => v.Kind, cancellationToken);
        var made = queries.ConvertAll(query =>
        {
            var copy = query.CopyTo(targetId, userId, now, [.. query.Filters.Select(filter => Translate(filter, copies))]);
            copy.Reorder(query.Positions.Where(p => copies.WorkPackages.ContainsKey(p.WorkPackageId))
                .ToDictionary(p => copies.WorkPackages[p.WorkPackageId], p => p.Position));
            return copy;
        });
        context.AddRange(made);
        await unitOfWork.SaveAsync(cancellationToken);
        context.AddRange(queries.Zip(made).Where(pair => views.ContainsKey(pair.First.Id)).Select(pair => View.Create(views[pair.First.Id], pair.Second.Id, now)));
        await unitOfWork.SaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
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
