using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using OpenProject.Infrastructure.Persistence;

#pragma warning disable EF1001 // What FromSql puts into a query has no public name.

namespace OpenProject.Testing.SqlServer;

/// <summary>Makes a query of one context the same query of another: its roots become those of the other's model.</summary>
internal sealed class QueryTransplant : ExpressionVisitor
{
    private readonly OpenProjectDbContext target;
    private readonly IAsyncQueryProvider provider;

    private QueryTransplant(OpenProjectDbContext target)
    {
        this.target = target;
        provider = target.GetService<IAsyncQueryProvider>();
    }

    public static IQueryable<T> To<T>(OpenProjectDbContext target, IQueryable<T> query)
    {
        var transplant = new QueryTransplant(target);
        return transplant.provider.CreateQuery<T>(transplant.Visit(query.Expression)!);
    }

    public override Expression? Visit(Expression? node) => node switch
    {
        FromSqlQueryRootExpression root =>
            new FromSqlQueryRootExpression(provider, target.Model.FindEntityType(root.EntityType.Name)!, root.Sql, root.Argument),
        EntityQueryRootExpression root => new EntityQueryRootExpression(provider, target.Model.FindEntityType(root.EntityType.Name)!),

        // A query that a lambda captured or asks a port for: EF would put its expression here, so it has roots, too.
        MemberExpression or ConstantExpression or MethodCallExpression { Method.IsStatic: false }
            when typeof(IQueryable).IsAssignableFrom(node.Type) && !HoldsParameter(node) => Visit(Evaluate(node).Expression),
        _ => base.Visit(node),
    };

    private static IQueryable Evaluate(Expression node) =>
        Expression.Lambda<Func<IQueryable>>(node).Compile(preferInterpretation: true)();

    private static bool HoldsParameter(Expression node)
    {
        var search = new ParameterSearch();
        search.Visit(node);
        return search.Found;
    }

    private sealed class ParameterSearch : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
