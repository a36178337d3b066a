using System.Collections.Frozen;
using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Resources;

/// <summary>What can be filtered, sorted, grouped and summed.</summary>
public abstract partial class Resource<TEntity, TDto>
{
    private readonly List<Filter<TEntity>> filters = [];
    private readonly List<SortKey<TEntity>> sorts = [];
    private readonly List<GroupKey<TEntity>> groups = [];
    private readonly List<SumKey<TEntity>> sums = [];
    private string[] columns = [];
    // Of objects, as all resources share that type; one each would be hundreds that the process keeps.
    private FrozenDictionary<string, object>? filterByName;
    private FrozenDictionary<string, object>? sortByName;

    /// <summary>The filters, in order of declaration.</summary>
    public IReadOnlyList<Filter<TEntity>> Filters => defined?.Filters ?? filters;

    /// <summary>The sort keys; <c>id</c> is always one.</summary>
    public IReadOnlyList<SortKey<TEntity>> Sorts => defined?.Sorts ?? sorts;

    /// <summary>What lists may be grouped by.</summary>
    public IReadOnlyList<GroupKey<TEntity>> Groups => defined?.Groups ?? groups;

    /// <summary>What may be summed.</summary>
    public IReadOnlyList<SumKey<TEntity>> Sums => sums;

    /// <summary>The attributes that tables of rows may show, in order.</summary>
    public IReadOnlyList<string> Columns => defined?.Columns ?? columns;

    /// <summary>Those whose values tables may colour.</summary>
    public IReadOnlyList<string> Highlightable { get; private set; } = [];

    /// <summary>The order when none is asked for.</summary>
    public IReadOnlyList<SortClause> DefaultOrder { get; private set; } = [new SortClause("id", IsDescending: false)];

    /// <summary>The filters when no <c>filters</c> are sent.</summary>
    public IReadOnlyList<FilterClause> DefaultFilters { get; private set; } = [];

    /// <summary>The filter of that name in any of its spellings, or null.</summary>
    public Filter<TEntity>? FindFilter(string name) => (Filter<TEntity>?)Find(filterByName!, defined?.FilterByName, name);

    /// <summary>The sort key of that name in any of its spellings, those of the filter of its name among them, or null.</summary>
    public SortKey<TEntity>? FindSort(string name) => (SortKey<TEntity>?)(Find(sortByName!, defined?.SortByName, name)
        ?? (FindFilter(name) is { } filter ? Find(sortByName!, defined?.SortByName, filter.Name) : null));

    /// <summary>The group key of that name in any of its spellings, those of the filter of its name among them, or null.</summary>
    public GroupKey<TEntity>? FindGroup(string name)
    {
        return Named(name) ?? (FindFilter(name) is { } filter ? Named(filter.Name) : null);

        GroupKey<TEntity>? Named(string wanted)
        {
            var normalized = QueryNames.Normalize(wanted);
            return Groups.FirstOrDefault(g => QueryNames.Normalize(g.Name) == normalized);
        }
    }

    /// <summary>The label of something that rows can be filtered, sorted or grouped by: the attribute's where it is one.</summary>
    public string LabelOf(string name) => FindField(name)?.Label ?? Labels.Of(name);

    /// <summary>Adds a filter.</summary>
    protected TFilter Filter<TFilter>(TFilter filter)
        where TFilter : Filter<TEntity>
    {
        filters.Add(filter);
        return filter;
    }

    /// <summary>Sortable by an expression.</summary>
    protected SortKey<TEntity> Sort<TKey>(string name, Expression<Func<TEntity, TKey>> key)
    {
        var sort = SortKey<TEntity>.By(name, key);
        sorts.Add(sort);
        return sort;
    }

    /// <summary>Sortable by an expression over other rows, or by one that depends on who asks.</summary>
    protected SortKey<TEntity> Sort<TKey>(string name, Func<Access, Expression<Func<TEntity, TKey>>> key)
    {
        var sort = SortKey<TEntity>.By(name, key);
        sorts.Add(sort);
        return sort;
    }

    /// <summary>Sortable by an expression that depends on what is asked for.</summary>
    protected SortKey<TEntity> SortWithin<TKey>(string name, Func<FilterContext, Expression<Func<TEntity, TKey>>> key)
    {
        var sort = SortKey<TEntity>.Within(name, key);
        sorts.Add(sort);
        return sort;
    }

    /// <summary>Tables may show these attributes.</summary>
    protected void ShowsColumns(params string[] names) => columns = names;

    /// <summary>Tables may colour these columns.</summary>
    protected void ColoursColumns(params string[] names) => Highlightable = names;

    /// <summary>Groupable by a link, whose target labels the group.</summary>
    protected void GroupByLink<TTarget>(string name, Expression<Func<TEntity, long?>> key)
        where TTarget : IResourceKind =>
        groups.Add(new GroupKey<TEntity>(name, _ => key, TTarget.Location));

    /// <summary>Groupable by a link to a kind that has several declarations or paths.</summary>
    protected void GroupByPath(string name, Expression<Func<TEntity, long?>> key, ResourcePath target) =>
        groups.Add(new GroupKey<TEntity>(name, _ => key, target));

    /// <summary>Groupable by a link to one of several kinds.</summary>
    /// <param name="name">The API's name.</param>
    /// <param name="key">The id of what it leads to.</param>
    /// <param name="target">Where what is not found would live.</param>
    /// <param name="referencesOf">The links to ids.</param>
    protected void GroupByReference(
        string name, Expression<Func<TEntity, long?>> key, ResourcePath target, Func<Access, IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyDictionary<long, Reference>>> referencesOf) =>
        groups.Add(new GroupKey<TEntity>(name, _ => key, target) { ReferencesOf = referencesOf });

    /// <summary>Groupable by a number.</summary>
    protected void GroupByNumber(string name, Expression<Func<TEntity, long?>> key) => groups.Add(new GroupKey<TEntity>(name, _ => key, null));

    /// <summary>Groupable by a value of few, each of which has a name.</summary>
    protected void GroupByName(string name, Expression<Func<TEntity, long?>> key, Func<long, string> nameOf) =>
        groups.Add(new GroupKey<TEntity>(name, _ => key, null) { NameOf = nameOf });

    /// <summary>Summable.</summary>
    /// <param name="name">The API's name.</param>
    /// <param name="value">The summand.</param>
    /// <param name="unit">What the sum is of.</param>
    /// <param name="seen">The rows that count for a viewer; null where all do that he sees.</param>
    protected void Sum(string name, Expression<Func<TEntity, long?>> value, SumUnit unit = SumUnit.Minutes, Func<Access, Expression<Func<TEntity, bool>>>? seen = null) =>
        sums.Add(new SumKey<TEntity>(name, value, unit) { Seen = seen });

    /// <summary>The order when none is asked for.</summary>
    protected void OrderedBy(string name, bool descending = false) =>
        DefaultOrder = name == "id" ? [new SortClause(name, descending)] : [new SortClause(name, descending), new SortClause("id", IsDescending: false)];

    /// <summary>A filter that applies when no <c>filters</c> are sent.</summary>
    protected void FilteredBy(string name, string @operator, params string[] values) =>
        DefaultFilters = [.. DefaultFilters, new FilterClause(name, @operator, values)];

    private static object? Find(FrozenDictionary<string, object> declared, FrozenDictionary<string, object>? more, string name)
    {
        var normalized = QueryNames.Normalize(name);
        return declared.GetValueOrDefault(normalized) ?? more?.GetValueOrDefault(normalized);
    }

    private static FrozenDictionary<string, object> ByName(IEnumerable<Filter<TEntity>> filters)
    {
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            foreach (var name in filter.Names)
                found[QueryNames.Normalize(name)] = filter;
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, object> ByName(IEnumerable<SortKey<TEntity>> sorts)
    {
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var sort in sorts)
            found[QueryNames.Normalize(sort.Name)] = sort;
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void SealQueries()
    {
        filterByName = ByName(filters);
        // A later declaration of a key replaces the one that every resource begins with.
        sortByName = ByName(sorts);
        foreach (var filter in filters)
            filter.Label = LabelOf(filter.Name);
        foreach (var name in Columns.Where(c => FindField(c) is null).Concat(Highlightable.Except(Columns)))
            throw new InvalidOperationException($"{Type} has a column {name}, which is no attribute.");
        foreach (var clause in DefaultOrder)
        {
            if (FindSort(clause.Name) is null)
                throw new InvalidOperationException($"{Type} is ordered by {clause.Name}, which is no sort key.");
        }

        foreach (var clause in DefaultFilters)
        {
            if (FindFilter(clause.Name) is null)
                throw new InvalidOperationException($"{Type} is filtered by {clause.Name}, which is no filter.");
        }
    }
}
