using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Bcf.OData;

/// <summary>Somebody, named as BCF names people (<see cref="BcfUsers"/>): found in the same statement (<c>IN (SELECT ...)</c>), and compared by id.</summary>
internal sealed class ODataPerson<TRow>(Expression<Func<TRow, long?>> member, IQueryable<Principal> principals) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        if (comparison is not (ODataOperator.Equal or ODataOperator.NotEqual))
            throw NotSo("People are only compared by eq and ne.");
        var isEqual = comparison == ODataOperator.Equal;
        if (value.Text is not { } name)
            return isEqual ? member.Is(m => m == null) : member.Is(m => m != null);
        var named = principals.Where(BcfUsers.Named(name)).Select(p => (long?)p.Id);
        return isEqual ? member.Is(m => named.Contains(m)) : member.Is(m => m == null || !named.Contains(m));
    }

    public override Expression<Func<TRow, bool>> Match(ODataMatch where, string text)
    {
        var pattern = PatternOf(where, text);
        var named = principals.Where(p => Common.Text.Like(((User)p).Email ?? p.Name, pattern)).Select(p => (long?)p.Id);
        return member.Is(m => named.Contains(m));
    }
}
