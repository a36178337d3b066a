using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>Pages of collections, with their totals, groups and sums.</summary>
public sealed partial class ResourceReader
{
    // What does not change how many rows there are.
    private static readonly string[] Presentation = ["sortBy", "select", "groupBy", "showSums"];

    /// <summary>One page of a collection.</summary>
    /// <param name="resource">The elements' declaration.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="within">The rows to choose from; null for all visible ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<TDto>> ListAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity>? within, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var rows = Filtered(resource, query, within ?? Visible(resource));
        var items = await PageOfAsync(resource, query, rows, cancellationToken);
        var isWhole = WantsItems(query) && (query.PageSize is not { } size || (query.Offset == 1 && items.Count < size));
        var total = isWhole ? items.Count : await CountAsync(query, rows, cancellationToken);
        await PrepareAsync(resource, items, cancellationToken);
        return new Page<TDto>(items, total, query, access)
        {
            Embedded = resource.EmbedsInCollections ? await EmbedAsync(resource, items, cancellationToken) : null,
            Groups = query.GroupBy is { } group ? await GroupsAsync(resource, query, rows, group, cancellationToken) : null,
            TotalSums = query.ShowSums ? await SumsAsync(resource, rows, cancellationToken) : null,
        };
    }

    /// <summary>One page of resources that no table holds.</summary>
    public async Task<Page<TDto>> ListCodedAsync<TDto>(CodedResource<TDto> resource, CollectionQuery query)
        where TDto : class, ICodedDto
    {
        await access.GlobalAsync();
        var found = Ordered(resource, query, Filtered(resource, query, resource.All.AsQueryable())).ToList();
        IEnumerable<TDto> page = WantsItems(query) ? found : [];
        if (query.PageSize is { } size)
            page = page.Skip(SkippedBy(query, size)).Take(size);
        return new Page<TDto>([.. page], found.Count, query, access);
    }

    /// <summary>
    /// One page of rows that statements put together from several sets, and how many there are in all. Filters apply to each
    /// set: a database that was to filter what they are together would put all of it together first.
    /// </summary>
    public async Task<(IReadOnlyList<TEntity> Rows, int Total)> RowsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IReadOnlyList<IQueryable<TEntity>> sets, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var rows = sets.Select(set => Filtered(resource, query, set)).Aggregate(Queryable.Concat);
        IQueryable<TEntity> page = Ordered(resource, query, rows);
        if (query.PageSize is { } size)
            page = page.Skip(SkippedBy(query, size)).Take(size);
        var items = WantsItems(query) ? await store.ListAsync(page, cancellationToken) : [];
        return (items, await CountAsync(query, rows, cancellationToken));
    }

    /// <summary>The rows that a query's filters leave.</summary>
    public IQueryable<TEntity> Filtered<TEntity, TDto>(Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity> rows)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var context = ContextOf(query);
        foreach (var clause in query.Filters ?? resource.DefaultFilters)
        {
            var filter = resource.FindFilter(clause.Name)
                ?? throw new ProblemException(new Problem.InvalidQuery($"Filters {Labels.Of(clause.Name)} filter does not exist."));
            rows = rows.Where(filter.Condition(clause, context));
        }

        return rows;
    }

    private async Task<IReadOnlyList<TDto>> PageOfAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (!WantsItems(query))
        {
            Ordered(resource, query, rows);
            return [];
        }

        IQueryable<TEntity> page = Ordered(resource, query, rows);
        if (query.PageSize is { } size)
        {
            page = page.Skip(SkippedBy(query, size)).Take(size);
        }

        return await ReadAsync(resource, await store.ListAsync(page.Select(resource.Key), cancellationToken), cancellationToken);
    }

    private FilterContext ContextOf(CollectionQuery query) =>
        new(access, clock.GetUtcNow().UtcDateTime) { WorkspaceId = query.WorkspaceId, QueryId = query.QueryId };

    // Groups come in the order in which the rows do.
    private static bool IsDescending(CollectionQuery query, string group) =>
        query.Sorts.Any(s => s.IsDescending && QueryNames.Normalize(s.Name) == QueryNames.Normalize(group));

    private static int SkippedBy(CollectionQuery query, int size) => (int)Math.Min((query.Offset - 1L) * size, int.MaxValue);

    private static bool WantsItems(CollectionQuery query) => query.PageSize != 0 && query.Select is not { WantsElements: false };

    private IOrderedQueryable<TEntity> Ordered<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity> rows)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var context = ContextOf(query);
        IOrderedQueryable<TEntity>? ordered = null;
        IEnumerable<SortClause> clauses = query.Sorts.Count > 0 ? [.. query.Sorts, new SortClause("id", IsDescending: false)] : resource.DefaultOrder;
        if (query.GroupBy is { } group && resource.FindSort(group) is { } byGroup)
            ordered = byGroup.Apply(rows, context, isFirst: true, IsDescending(query, group));
        foreach (var clause in clauses.DistinctBy(c => QueryNames.Normalize(c.Name)))
        {
            var sort = resource.FindSort(clause.Name)
                ?? throw new ProblemException(new Problem.InvalidQuery($"Orders {clause.Name} can't be ordered by."));
            ordered = sort.Apply(ordered ?? rows, context, ordered is null, clause.IsDescending);
        }

        return ordered!;
    }

    private Task<int> CountAsync<TEntity>(CollectionQuery query, IQueryable<TEntity> rows, CancellationToken cancellationToken)
    {
        var filters = string.Join('\n', query.Parameters.Where(p => !Presentation.Contains(p.Key)).Select(p => $"{p.Key}={p.Value}"));
        return counts.TotalAsync((access.Viewer, query.Path, filters), () => store.CountAsync(rows, cancellationToken));
    }

    private async Task<IReadOnlyList<GroupResult>> GroupsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity> rows, string name, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var group = resource.FindGroup(name)
            ?? throw new ProblemException(new Problem.InvalidQuery($"Group by {name} can't be grouped by."));
        var order = resource.FindSort(name) is { } sort ? new GroupOrder<TEntity>(sort, ContextOf(query), IsDescending(query, name)) : null;
        var counted = await store.ListAsync(Aggregation.Grouped(rows, group.Key, resource.Sums, order), cancellationToken);
        var titles = group.Target is { } path && registry.AtPath(path) is { } target
            ? await target.TitlesAsync(this, [.. counted.Select(c => c.Key).OfType<long>()], cancellationToken)
            : null;
        return [.. counted.Select(c => new GroupResult(
            c.Key is { } key ? titles?.GetValueOrDefault(key) ?? group.NameOf?.Invoke(key) ?? key.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            c.Count,
            c.Key is { } id && group.Target is { } kind ? new Reference(kind, id, null) : null,
            query.ShowSums ? Aggregation.Results(resource.Sums, c) : null))];
    }

    private async Task<IReadOnlyList<SumResult>> SumsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IQueryable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var sums = await store.FirstOrDefaultAsync(Aggregation.Grouped(rows, _ => null, resource.Sums), cancellationToken);
        return Aggregation.Results(resource.Sums, sums ?? new GroupRow());
    }
}
