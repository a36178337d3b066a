using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries.Filters;

/// <summary>One filter of a resource. The kinds own their operators; a resource adds special ones with <see cref="Also"/>.</summary>
public abstract class Filter<TEntity>(string name)
{
    private readonly Dictionary<string, Func<FilterContext, Expression<Func<TEntity, bool>>>> special = new(StringComparer.Ordinal);

    /// <summary>The API's name.</summary>
    public string Name { get; } = name;

    /// <summary>The label a person reads.</summary>
    public string Label { get; internal set; } = Labels.Of(name);

    /// <summary>The name and other names for the same filter.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [name];

    /// <summary>The operators of the kind and the special ones.</summary>
    public IEnumerable<string> Operators => special.Keys.Concat(KindOperators);

    /// <summary>The schema's name for the type of the values.</summary>
    public abstract string ValueType { get; }

    /// <summary>What the values are ids of; null for plain values.</summary>
    public FilterTarget? Target { get; private set; }

    /// <summary>Where the filter makes sense.</summary>
    public FilterScope Scope { get; private set; }

    /// <summary>The operators that come with the kind.</summary>
    protected abstract IReadOnlyList<string> KindOperators { get; }

    /// <summary>A further operator that takes no values.</summary>
    public Filter<TEntity> Also(string @operator, Func<FilterContext, Expression<Func<TEntity, bool>>> condition)
    {
        special[@operator] = condition;
        return this;
    }

    /// <summary>Further names for the filter.</summary>
    public Filter<TEntity> AlsoNamed(params string[] names)
    {
        Names = [.. Names, .. names];
        return this;
    }

    /// <summary>The values are ids of such resources.</summary>
    public Filter<TEntity> Naming(FilterTarget target)
    {
        Target = target;
        return this;
    }

    /// <summary>Makes sense only there.</summary>
    public Filter<TEntity> Only(FilterScope scope)
    {
        Scope = scope;
        return this;
    }

    /// <summary>
    /// The schema's name for the values that an operator takes, with their number where it is fixed: <c>[]User</c>,
    /// <c>[1]Integer</c>; null when it takes none.
    /// </summary>
    public string? ValuesOf(string @operator)
    {
        if (special.ContainsKey(@operator) || !FilterOperators.TakesValues(@operator))
            return null;
        return Target is null ? PlainValuesOf(@operator) : "[]" + Target.Type;
    }

    /// <summary>The condition that a clause states; leaves as <see cref="Problem.InvalidQuery"/> when it states none.</summary>
    public Expression<Func<TEntity, bool>> Condition(FilterClause clause, FilterContext context)
    {
        if (special.TryGetValue(clause.Operator, out var condition))
            return condition(context);
        if (!KindOperators.Contains(clause.Operator))
            throw new ProblemException(new Problem.InvalidQuery($"Filters {Label} filter has invalid operator."));
        return Build(clause, context);
    }

    /// <summary>The same for values that are no ids.</summary>
    protected virtual string PlainValuesOf(string @operator) => ValueType.StartsWith('[') ? ValueType : "[1]" + ValueType;

    /// <summary>The condition of one of the kind's operators.</summary>
    protected abstract Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context);

    /// <summary>The error for values that the filter does not take.</summary>
    protected ProblemException InvalidValues() => new(new Problem.InvalidQuery($"Filters {Label} filter has invalid values."));

    /// <summary>The values, at least one.</summary>
    protected IReadOnlyList<string> Some(FilterClause clause) => clause.Values.Count > 0 ? clause.Values : throw InvalidValues();

    /// <summary>The values as whole numbers, at least one.</summary>
    protected List<long> Numbers(FilterClause clause) =>
        [.. Some(clause).Select(v => long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : throw InvalidValues())];
}
