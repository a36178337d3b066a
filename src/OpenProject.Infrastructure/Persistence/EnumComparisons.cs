using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Compares enums as enums. The compiler writes <c>row.Kind == Kind.A</c> as a comparison of numbers; where the column is
/// also the discriminator, EF 10 then intersects it with the boxed enums of the type's own condition, finds none equal
/// and answers no row at all.
/// </summary>
internal sealed class EnumComparisons : ExpressionVisitor, IQueryExpressionInterceptor
{
    /// <summary>The one to register; EF keeps a service provider for each instance.</summary>
    public static EnumComparisons Instance { get; } = new();

    private EnumComparisons()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual))
            return base.VisitBinary(node);

        var (left, right) = (node.Left, node.Right);
        if (EnumOf(left) is { } leftEnum && ConstantOf(right, leftEnum.Type) is { } rightValue)
            return Expression.MakeBinary(node.NodeType, Visit(leftEnum), rightValue);
        if (EnumOf(right) is { } rightEnum && ConstantOf(left, rightEnum.Type) is { } leftValue)
            return Expression.MakeBinary(node.NodeType, leftValue, Visit(rightEnum));
        return base.VisitBinary(node);
    }

    private static Expression? EnumOf(Expression side) =>
        side is UnaryExpression { NodeType: ExpressionType.Convert, Operand: { Type.IsEnum: true } operand } && operand is not ConstantExpression ? operand : null;

    private static ConstantExpression? ConstantOf(Expression side, Type type) =>
        side is ConstantExpression { Value: { } value } && value.GetType() == Enum.GetUnderlyingType(type)
            ? Expression.Constant(Enum.ToObject(type, value), type)
            : null;
}
