using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>What is true or not.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="column">When it is true.</param>
internal sealed class ScimFlag<T>(ScimAttribute attribute, Expression<Func<T, bool>> column) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => Always;

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope)
    {
        if (comparison is not (ScimOperator.Eq or ScimOperator.Ne))
            throw Refuse("is true or false, and compares by eq and ne alone");
        if (ScimValues.Truth(value) is not { } given)
            return comparison == ScimOperator.Ne ? Always : Never;
        return given == (comparison == ScimOperator.Eq) ? column : column.Not();
    }

    public override ScimOrder<T> Order(ScimScope scope) => new ScimNumberOrder<T>(column.Select(flag => flag ? 1L : 0L));
}

/// <summary>A moment, published in whole seconds and compared so.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="column">The moment, UTC.</param>
internal sealed class ScimMoment<T>(ScimAttribute attribute, Expression<Func<T, DateTime>> column) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => Always;

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope)
    {
        if (ScimValues.Moment(value as string) is not { } given)
            throw Refuse("compares with a moment such as \"2030-01-31T10:00:00Z\"");
        var second = new DateTime(given.Ticks - (given.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        var next = second.Ticks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? second.AddSeconds(1) : second;

        // The first second that is not before the moment.
        var since = given == second ? second : next;
        return comparison switch
        {
            ScimOperator.Eq => given == second ? column.Is(at => at >= second && at < next) : Never,
            ScimOperator.Ne => given == second ? column.Is(at => at < second || at >= next) : Always,
            ScimOperator.Gt => column.Is(at => at >= next),
            ScimOperator.Ge => column.Is(at => at >= since),
            ScimOperator.Lt => column.Is(at => at < since),
            ScimOperator.Le => column.Is(at => at < next),
            _ => throw Refuse("is a moment, and is neither contained nor begun with"),
        };
    }

    public override ScimOrder<T> Order(ScimScope scope) => new ScimMomentOrder<T>(column);
}

/// <summary>What is the same for all rows.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="value">The value: a text or a truth.</param>
internal sealed class ScimConstant<T>(ScimAttribute attribute, object value) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => Always;

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object given, ScimScope scope)
    {
        if (value is bool && comparison is not (ScimOperator.Eq or ScimOperator.Ne))
            throw Refuse("is true or false, and compares by eq and ne alone");
        return ScimValues.Compare(Attribute, value, comparison, given) ? Always : Never;
    }
}

/// <summary>What no row has.</summary>
/// <param name="attribute">The attribute.</param>
internal sealed class ScimNothing<T>(ScimAttribute attribute) : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => Never;

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope) => comparison == ScimOperator.Ne ? Always : Never;
}
