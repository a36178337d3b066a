using System.Linq.Expressions;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Bcf.Events;

/// <summary>The types of actions of events: an event has a type where one of its actions has.</summary>
/// <param name="conditions">When an event has each of the types.</param>
internal sealed class ODataTypes<TRow>(IReadOnlyDictionary<string, Expression<Func<TRow, bool>>> conditions) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        var named = Having(type => string.Equals(type, value.Text, StringComparison.OrdinalIgnoreCase));
        return comparison switch
        {
            ODataOperator.Equal => named,
            ODataOperator.NotEqual => named.Not(),
            _ => throw NotSo("Types are only compared by eq and ne."),
        };
    }

    public override Expression<Func<TRow, bool>> Match(ODataMatch where, string text) => Having(type => where switch
    {
        ODataMatch.Start => type.StartsWith(text, StringComparison.OrdinalIgnoreCase),
        ODataMatch.End => type.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        _ => type.Contains(text, StringComparison.OrdinalIgnoreCase),
    });

    private Expression<Func<TRow, bool>> Having(Func<string, bool> isMeant)
    {
        Expression<Func<TRow, bool>> none = _ => false;
        return conditions.Where(c => isMeant(c.Key)).Select(c => c.Value).Aggregate((Expression<Func<TRow, bool>>?)null, (all, next) => all?.Or(next) ?? next) ?? none;
    }
}
