using System.Globalization;
using System.Linq.Expressions;
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
            TotalSums = query.ShowSums ? await SumsAsync(resource, query, rows, cancellationToken) : null,
        };
    }

    /// <summary>One page of the visible rows in which every word of a text occurs; leaves as a bad request when it has no words, too many or too long ones.</summary>
    /// <param name="resource">The elements' declaration.</param>
    /// <param name="query">What is asked beside the words.</param>
    /// <param name="words">The words.</param>
    /// <param name="texts">Where they may occur.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="within">What else must hold; <paramref name="query"/> says it too, as totals are remembered by what that asks. Null for nothing.</param>
    public Task<Page<TDto>> SearchAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource,
        CollectionQuery query,
        string words,
        IReadOnlyList<Expression<Func<TEntity, string?>>> texts,
        CancellationToken cancellationToken,
        Expression<Func<TEntity, bool>>? within = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var found = SearchFilter<TEntity>.ContainsWords(texts, words) ?? throw new ProblemException(new Problem.BadRequest("A search takes 1 to 20 words of at most 1,000 characters."));
        return ListAsync(resource, query.With("words", words) with { Filters = query.Filters ?? [] }, within is null ? Visible(resource).Where(found) : Visible(resource).Where(within).Where(found), cancellationToken);
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
    /// <param name="resource">The rows' declaration.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="near">The sets as far as the page can reach into them; the same as all where that is not known.</param>
    /// <param name="all">The sets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(IReadOnlyList<TEntity> Rows, int Total)> RowsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IReadOnlyList<IQueryable<TEntity>> near, IReadOnlyList<IQueryable<TEntity>> all, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        IQueryable<TEntity> page = Ordered(resource, query, Together(near));
        if (query.PageSize is { } size)
            page = page.Skip(SkippedBy(query, size)).Take(size);
        var items = WantsItems(query) ? await store.ListAsync(page, cancellationToken) : [];
        return (items, await CountAsync(query, Together(all), cancellationToken));

        IQueryable<TEntity> Together(IReadOnlyList<IQueryable<TEntity>> sets) => sets.Select(set => Filtered(resource, query, set)).Aggregate(Queryable.Concat);
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
        new(access, clock.GetUtcNow().UtcDateTime) { WorkspaceId = query.WorkspaceId, QueryId = query.QueryId, IsPast = query.IsPast };

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
        var (group, context) = (GroupOf(resource, name), ContextOf(query));
        var order = new GroupOrder<TEntity>(group, resource.FindSort(name), context, IsDescending(query, name));
        var counted = await store.ListAsync(Aggregation.Grouped(rows, group.Key(context), OpenSums(resource), order), cancellationToken);
        List<long> ids = [.. counted.Select(c => c.Key).OfType<long>()];
        var references = group.ReferencesOf is { } of ? await of(access, ids, cancellationToken) : null;
        var titles = references is null && group.Target is { } path && registry.AtPath(path) is { } target ? await target.TitlesAsync(this, ids, cancellationToken) : null;
        var sums = query.ShowSums ? await MoreSumsAsync(resource, rows, group.Key(context), context, cancellationToken) : null;
        string NameOf(long key) => (LinkOf(key)?.Title ?? titles?.GetValueOrDefault(key) ?? group.NameOf?.Invoke(key)) ?? key.ToString(CultureInfo.InvariantCulture);
        Reference? LinkOf(long key) => references?.TryGetValue(key, out var known) == true ? known : group.Target is { } kind ? new Reference(kind, key, null) : null;
        return [.. counted.Select(c => new GroupResult(
            c.Key is { } key ? NameOf(key) : null,
            c.Count,
            c.Key is { } id ? LinkOf(id) : null,
            sums is null ? null : [.. Aggregation.Results(OpenSums(resource), c), .. sums(c.Key)]))];
    }

    private static GroupKey<TEntity> GroupOf<TEntity, TDto>(Resource<TEntity, TDto> resource, string name)
        where TEntity : class
        where TDto : class, IResourceDto =>
        resource.FindGroup(name) ?? throw new ProblemException(new Problem.InvalidQuery($"Group by {name} can't be grouped by."));

    private async Task<IReadOnlyList<SumResult>> SumsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, CollectionQuery query, IQueryable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var sums = await store.FirstOrDefaultAsync(Aggregation.Grouped(rows, _ => null, OpenSums(resource)), cancellationToken);
        var more = await MoreSumsAsync(resource, rows, _ => null, ContextOf(query), cancellationToken);
        return [.. Aggregation.Results(OpenSums(resource), sums ?? new GroupRow()), .. more(null)];
    }

    private static List<SumKey<TEntity>> OpenSums<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto =>
        [.. resource.Sums.Where(s => s.Seen is null)];

    // The sums of what is not seen in every row, and of defined fields, by group: one statement, or none where there are neither.
    private async Task<Func<long?, IEnumerable<SumResult>>> MoreSumsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IQueryable<TEntity> rows, Expression<Func<TEntity, long?>> key, FilterContext context, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var (limited, defined) = (resource.Sums.Where(s => s.Seen is not null).ToList(), resource.DefinedSums(access));
        List<IQueryable<Summand>> summands = [.. limited.Select((sum, at) => Aggregation.Summands(rows.Where(sum.Seen!(access)), key, sum.Value, NumberOf(at)))];
        if (defined.Count > 0)
            summands.Add(Aggregation.Summands(rows, key, resource.DefinedValues(context), [.. defined.Select(s => s.FieldId)]));
        if (summands.Count == 0)
            return _ => [];
        var found = await store.ListAsync(Aggregation.Summed(summands.Aggregate(Queryable.Concat)), cancellationToken);
        var byGroup = found.ToDictionary(s => (s.Key, s.FieldId), s => s.Number);
        return group => limited.Select((sum, at) => new SumResult(sum.Name, byGroup.GetValueOrDefault((group, NumberOf(at))), sum.Unit))
            .Concat(defined.Select(s => new SumResult(s.Name, byGroup.GetValueOrDefault((group, s.FieldId)), s.Unit)));
    }

    // Numbers of fields are above zero.
    private static long NumberOf(int at) => -1L - at;
}
