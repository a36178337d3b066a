#pragma warning disable CA1309 // the comparisons are translated to SQL, where the column's rules count
using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>Text in a column, compared as the database compares names: without regard to case.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="column">The column.</param>
internal sealed class ScimText<T>(ScimAttribute attribute, Expression<Func<T, string?>> column) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => column.Is(text => text != null && text != "");

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope)
    {
        if (value is not string given)
            return comparison == ScimOperator.Ne ? Always : Never;
        return comparison switch
        {
            ScimOperator.Eq => column.Is(text => text == given),
            ScimOperator.Ne => column.Is(text => text != given),
            ScimOperator.Co or ScimOperator.Sw or ScimOperator.Ew when IsTooLong(given) => Never,
            ScimOperator.Co => Like(Text.Containing(given)),
            ScimOperator.Sw => Like(Text.StartingWith(given)),
            ScimOperator.Ew => Like(Text.EndingWith(given)),
            ScimOperator.Gt => column.Is(text => text != null && string.Compare(text, given) > 0),
            ScimOperator.Ge => column.Is(text => text != null && string.Compare(text, given) >= 0),
            ScimOperator.Lt => column.Is(text => text != null && string.Compare(text, given) < 0),
            _ => column.Is(text => text != null && string.Compare(text, given) <= 0),
        };
    }

    public override ScimOrder<T> Order(ScimScope scope) => new ScimTextOrder<T>(column, Attribute.Demanded);

    private Expression<Func<T, bool>> Like(string pattern) => column.Is(text => text != null && Text.Like(text, pattern));
}

/// <summary>Text that is compared by its bytes. No index is of use, but for what is the same.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="text">The text, as it is told.</param>
/// <param name="same">A faster condition for what is the same, where there is one.</param>
internal sealed class ScimExactText<T>(
    ScimAttribute attribute, Func<ScimScope, Expression<Func<T, string?>>> text, Func<ScimScope, string, Expression<Func<T, bool>>>? same = null) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => text(scope).Is(column => column != null);

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope)
    {
        if (value is not string given)
            return comparison == ScimOperator.Ne ? Always : Never;
        var (column, length) = (text(scope), given.Length);
        return comparison switch
        {
            ScimOperator.Eq => Same(scope, given),
            ScimOperator.Ne => Same(scope, given).Not(),
            ScimOperator.Co or ScimOperator.Sw or ScimOperator.Ew when IsTooLong(given) => Never,
            ScimOperator.Co => column.Is(t => t != null && Text.Exact(t).Contains(given)),
            ScimOperator.Sw => column.Is(t => t != null && Text.Exact(t.Substring(0, length)) == given),
            ScimOperator.Ew => column.Is(t => t != null && t.Length >= length && Text.Exact(t.Substring(t.Length - length, length)) == given),
            ScimOperator.Gt => column.Is(t => t != null && string.Compare(Text.Exact(t), given) > 0),
            ScimOperator.Ge => column.Is(t => t != null && string.Compare(Text.Exact(t), given) >= 0),
            ScimOperator.Lt => column.Is(t => t != null && string.Compare(Text.Exact(t), given) < 0),
            _ => column.Is(t => t != null && string.Compare(Text.Exact(t), given) <= 0),
        };
    }

    public override ScimOrder<T> Order(ScimScope scope) => new ScimTextOrder<T>(text(scope), always: false);

    private Expression<Func<T, bool>> Same(ScimScope scope, string given) =>
        same is null ? text(scope).Is(t => t != null && Text.Exact(t) == given) : same(scope, given);
}
