using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>Where rows are in an order, as queries find it and as cursors carry it.</summary>
internal static class ScimKeys
{
    /// <summary>The key of a row, made of its id and its value.</summary>
    public static Expression<Func<T, ScimKey>> Of<T, TValue>(Expression<Func<T, long>> id, Expression<Func<T, TValue>> column, Expression<Func<long, TValue, ScimKey>> make)
    {
        var row = id.Parameters[0];
        return Expression.Lambda<Func<T, ScimKey>>(new Filled(make.Parameters[0], id.Body, make.Parameters[1], Lambdas.Rebind(column, row)).Visit(make.Body), row);
    }

    /// <summary>The value as text; null when there is none.</summary>
    public static string? TextOf(ScimKey key) => key switch
    {
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Moment: { } moment } => moment.Ticks.ToString(CultureInfo.InvariantCulture),
        _ => key.Text,
    };

    private sealed class Filled(ParameterExpression first, Expression byFirst, ParameterExpression second, Expression bySecond) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == first ? byFirst : node == second ? bySecond : node;
    }
}
