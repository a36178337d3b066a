using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Composition of expressions. Values are captured by the lambdas, never built as constants, so that statements are cached.</summary>
public static class Lambdas
{
    /// <summary>The condition that a member of a row fulfils a condition.</summary>
    public static Expression<Func<T, bool>> Is<T, TMember>(
        this Expression<Func<T, TMember>> member, Expression<Func<TMember, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Replace(condition.Body, condition.Parameters[0], member.Body), member.Parameters[0]);

    /// <summary>Another expression over a member of a row.</summary>
    public static Expression<Func<T, TResult>> Select<T, TMember, TResult>(
        this Expression<Func<T, TMember>> member, Expression<Func<TMember, TResult>> then) =>
        Expression.Lambda<Func<T, TResult>>(Replace(then.Body, then.Parameters[0], member.Body), member.Parameters[0]);

    /// <summary>An expression over a row and something else, where the row tells that, too.</summary>
    public static Expression<Func<T, TResult>> Given<T, TOther, TResult>(this Expression<Func<T, TOther, TResult>> both, Expression<Func<T, TOther>> other) =>
        Expression.Lambda<Func<T, TResult>>(Replace(both.Body, both.Parameters[1], Rebind(other, both.Parameters[0])), both.Parameters[0]);

    /// <summary>One condition or the other.</summary>
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(left.Body, Replace(right.Body, right.Parameters[0], left.Parameters[0])), left.Parameters[0]);

    /// <summary>One condition and the other.</summary>
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(left.Body, Replace(right.Body, right.Parameters[0], left.Parameters[0])), left.Parameters[0]);

    /// <summary>A value where the condition holds, and none elsewhere.</summary>
    public static Expression<Func<T, TValue?>> Choose<T, TValue>(this Expression<Func<T, bool>> condition, Expression<Func<T, TValue?>> value) =>
        Expression.Lambda<Func<T, TValue?>>(
            Expression.Condition(condition.Body, Rebind(value, condition.Parameters[0]), Expression.Default(typeof(TValue?))), condition.Parameters[0]);

    /// <summary>The opposite condition.</summary>
    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters[0]);

    /// <summary>The body of a lambda over another parameter.</summary>
    public static Expression Rebind<T, TResult>(Expression<Func<T, TResult>> lambda, ParameterExpression parameter) =>
        Replace(lambda.Body, lambda.Parameters[0], parameter);

    /// <summary>The body of a lambda of one parameter over an expression in its place.</summary>
    public static Expression Over(LambdaExpression lambda, Expression by) => Replace(lambda.Body, lambda.Parameters[0], by);

    private static Expression Replace(Expression body, ParameterExpression parameter, Expression by) =>
        new ParameterReplacer(parameter, by).Visit(body);

    private sealed class ParameterReplacer(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
