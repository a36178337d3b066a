using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.OData;

/// <summary>A guid, in whichever case it is written.</summary>
internal sealed class ODataGuid<TRow>(Expression<Func<TRow, string?>> member) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        // What is no guid is nobody's.
        var guid = BcfGuid.Find(value.Text) ?? "";
        return comparison switch
        {
            ODataOperator.Equal => member.Is(m => m == guid),
            ODataOperator.NotEqual => member.Is(m => m != guid),
            _ => throw NotSo("Guids are only compared by eq and ne."),
        };
    }
}
