using System.Collections.Concurrent;
using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;

namespace OpenProject.Application.Queries;

/// <summary>
/// The expressions that read rows into DTOs, taken from the AutoMapper configuration once: asking it for each query
/// would walk its plans every time.
/// </summary>
public sealed class Projections(IConfigurationProvider configuration)
{
    private readonly ConcurrentDictionary<(Type, Type), LambdaExpression> expressions = new();

    /// <summary>The expression from entity to DTO.</summary>
    public Expression<Func<TEntity, TDto>> Of<TEntity, TDto>() =>
        (Expression<Func<TEntity, TDto>>)expressions.GetOrAdd((typeof(TEntity), typeof(TDto)), _ => Read<TEntity, TDto>());

    private LambdaExpression Read<TEntity, TDto>()
    {
        var query = Enumerable.Empty<TEntity>().AsQueryable().ProjectTo<TDto>(configuration);
        var select = (MethodCallExpression)query.Expression;
        return (LambdaExpression)((UnaryExpression)select.Arguments[1]).Operand;
    }
}
