using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Bcf.OData;

/// <summary>
/// A name of something that a row refers to by id. It is one statement, with the few of that name in an <c>IN (SELECT ...)</c>: rows are
/// compared by id, so that an index of the rows still gives their order.
/// </summary>
internal sealed class ODataNamed<TRow, TNamed>(
    Expression<Func<TRow, long>> member, IQueryable<TNamed> named, Expression<Func<TNamed, long>> key, Expression<Func<TNamed, string?>> name) : ODataField<TRow>
{
    private readonly ODataText<TNamed> text = new(name);

    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value) => Having(text.Compare(comparison, value));

    public override Expression<Func<TRow, bool>> Match(ODataMatch where, string part) => Having(text.Match(where, part));

    private Expression<Func<TRow, bool>> Having(Expression<Func<TNamed, bool>> condition)
    {
        var ids = named.Where(condition).Select(key);
        return member.Is(id => ids.Contains(id));
    }
}
