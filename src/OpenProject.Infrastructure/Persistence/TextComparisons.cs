using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Says <see cref="Text.Like"/> and <see cref="Text.Exact"/> in EF's own functions, before a query is translated. Functions
/// with translations of their own in the model would do the same, but no model that has one can be compiled.
/// </summary>
internal sealed class TextComparisons : ExpressionVisitor, IQueryExpressionInterceptor
{
    private static readonly MethodInfo ContractLike = typeof(Text).GetMethod(nameof(Text.Like))!;
    private static readonly MethodInfo ContractExact = typeof(Text).GetMethod(nameof(Text.Exact))!;

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions)
        .GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    private static readonly MethodInfo Collate = typeof(RelationalDbFunctionsExtensions)
        .GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));

    private static readonly Expression Functions = Expression.Constant(EF.Functions);

    private static readonly Expression Escape = Expression.Constant("\\");

    /// <summary>The one to register for SQLite; EF keeps a service provider for each instance.</summary>
    public static TextComparisons OfSqlite { get; } = new(ExactText.Collation(isSqlServer: false));

    /// <summary>The one to register for SQL Server.</summary>
    public static TextComparisons OfSqlServer { get; } = new(ExactText.Collation(isSqlServer: true));

    private readonly Expression exact;

    private TextComparisons(string exactCollation) => exact = Expression.Constant(exactCollation);

    /// <summary>Tells the model of both as functions of the database: what has constants alone EF would call here, and they cannot run here.</summary>
    public static void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDbFunction(ContractLike);
        modelBuilder.HasDbFunction(ContractExact);
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method == ContractLike)
            return Expression.Call(Like, Functions, Visit(node.Arguments[0]), Visit(node.Arguments[1]), Escape);
        if (node.Method == ContractExact)
            return Expression.Call(Collate, Functions, Visit(node.Arguments[0]), exact);
        return base.VisitMethodCall(node);
    }
}
