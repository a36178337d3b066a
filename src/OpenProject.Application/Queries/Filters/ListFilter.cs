using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Which operators a list filter has: by whether rows may lack the value.</summary>
public enum ListKind
{
    /// <summary><c>= !</c>: every row has the value.</summary>
    Required,

    /// <summary><c>= ! *</c></summary>
    All,

    /// <summary><c>= ! * !*</c>: rows may lack it.</summary>
    Optional,
}

/// <summary>Rows whose id-valued member is one of the given ids.</summary>
/// <param name="name">The API's name.</param>
/// <param name="kind">The operators.</param>
/// <param name="member">The member.</param>
/// <param name="acceptsMe">Whether <c>me</c> stands for the viewer.</param>
/// <param name="key">The id of a row, where an index has the member and few of very many rows may have a value; null elsewhere.</param>
public sealed class ListFilter<TEntity>(
    string name, ListKind kind, Expression<Func<TEntity, long?>> member, bool acceptsMe = false, Expression<Func<TEntity, long>>? key = null)
    : Filter<TEntity>(name)
    where TEntity : class
{
    /// <inheritdoc/>
    public override string ValueType => "[]Integer";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = kind switch
    {
        ListKind.Optional => ["=", "!", "*", "!*"],
        ListKind.All => ["=", "!", "*"],
        _ => ["=", "!"],
    };

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        switch (clause.Operator)
        {
            case "*":
                var with = member.Is(v => v != null);
                return key is null ? with : with.Among(key, context.Access.Store.Rows<TEntity>().Where(with).Select(key), context);
            case "!*":
                return member.Is(v => v == null);
        }

        var mine = context.Access.Viewer.UserId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var ids = Numbers(acceptsMe ? clause with { Values = [.. clause.Values.Select(v => v == "me" ? mine : v)] } : clause);
        // Rows of one value are found in the order of an index; those of a list are gathered and sorted, or all are passed over.
        if (ids is [var only])
            return clause.Operator == "=" ? member.Is(v => v == only) : member.Is(v => v == null || v != only);
        return clause.Operator == "="
            ? member.Is(v => v != null && ids.Contains(v.Value))
            : member.Is(v => v == null || !ids.Contains(v.Value));
    }
}
