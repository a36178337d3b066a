using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Bcf.OData;

/// <summary>What a list can be asked: its properties by name.</summary>
/// <param name="fields">The properties.</param>
/// <param name="orders">Those that it can be ordered by; the first one is the list's own order.</param>
internal sealed class ODataFields<TRow>(IReadOnlyDictionary<string, ODataField<TRow>> fields, params string[] orders)
{
    /// <summary>The rows that fulfil the condition.</summary>
    /// <exception cref="ProblemException">The condition asks what cannot be asked.</exception>
    public IQueryable<TRow> Filter(IQueryable<TRow> rows, ODataNode? condition) => condition is null ? rows : rows.Where(ConditionOf(condition));

    /// <summary>The rows in the order asked for, or the list's own; what is equal in it is for the caller to order.</summary>
    /// <exception cref="ProblemException">The list is not ordered by that.</exception>
    public IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, IReadOnlyList<ODataOrder> wanted)
    {
        if (wanted.Count == 0)
            return fields[orders[0]].Order(rows, isDescending: false, isFirst: true);
        foreach (var (index, order) in wanted.Index())
        {
            if (!orders.Contains(order.Property, StringComparer.Ordinal))
                throw new ProblemException(new Problem.InvalidQuery($"$orderby is invalid. The list is not ordered by '{order.Property}'."));
            rows = fields[order.Property].Order(rows, order.IsDescending, isFirst: index == 0);
        }

        return (IOrderedQueryable<TRow>)rows;
    }

    private Expression<Func<TRow, bool>> ConditionOf(ODataNode node) => node switch
    {
        ODataNode.Or or => ConditionOf(or.Left).Or(ConditionOf(or.Right)),
        ODataNode.And and => ConditionOf(and.Left).And(ConditionOf(and.Right)),
        ODataNode.Not not => ConditionOf(not.Inner).Not(),
        ODataNode.Compare compare => Field(compare.Property).Compare(compare.Operator, compare.Value),
        ODataNode.In some => some.Values.Select(value => Field(some.Property).Compare(ODataOperator.Equal, value)).Aggregate((left, right) => left.Or(right)),
        ODataNode.Match match => Field(match.Property).Match(match.Where, match.Text),
        ODataNode.AnyOf any => Field(any.Property).AnyOf(any.Condition),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "A kind of condition that is not translated."),
    };

    private ODataField<TRow> Field(string name) =>
        fields.GetValueOrDefault(name) ?? throw ODataFilterParser.Refused($"The list has no property '{name}' to ask about.");
}
