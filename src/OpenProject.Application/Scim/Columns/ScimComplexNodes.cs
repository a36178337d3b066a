using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>One value with attributes of its own.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="parts">Its sub-attributes.</param>
internal sealed class ScimComplex<T>(ScimAttribute attribute, params ScimNode<T>[] parts) : ScimNode<T>(attribute)
{
    public override ScimNode<T>? Sub(string name) => Array.Find(parts, part => part.Attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public override Expression<Func<T, bool>> Present(ScimScope scope) => parts.Select(part => part.Present(scope)).Aggregate((left, right) => left.Or(right));

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope) =>
        throw Refuse("is complex: compare one of its sub-attributes");

    public override Expression<Func<T, bool>> Within(ScimFilter part, ScimScope scope) => ScimTranslation.Translate(part, name => ScimTranslation.Plain(name) ? Sub(name) : null, scope);
}

/// <summary>A list whose elements are rows of another kind, or the row itself.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="lift">Makes of a condition over elements one over rows: that some element fulfils it.</param>
/// <param name="parts">The sub-attributes of an element.</param>
internal sealed class ScimList<T, TElement>(
    ScimAttribute attribute, Func<Expression<Func<TElement, bool>>, ScimScope, Expression<Func<T, bool>>> lift, params ScimNode<TElement>[] parts) : ScimNode<T>(attribute)
{
    public override ScimNode<T>? Sub(string name) => Part(name) is { } part ? new Lifted(part, lift) : null;

    public override Expression<Func<T, bool>> Present(ScimScope scope) => lift(_ => true, scope);

    // A list without sub-attribute is its values (RFC 7644 section 3.4.2.2).
    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope) => Sub("value")!.Compare(comparison, value, scope);

    public override Expression<Func<T, bool>> Within(ScimFilter part, ScimScope scope) =>
        lift(ScimTranslation.Translate(part, name => ScimTranslation.Plain(name) ? Part(name) : null, scope), scope);

    public override ScimOrder<T>? Order(ScimScope scope) => Sub("value")!.Order(scope);

    /// <summary>The condition over the elements themselves.</summary>
    public Expression<Func<TElement, bool>> OfElements(ScimFilter part, ScimScope scope) =>
        ScimTranslation.Translate(part, name => ScimTranslation.Plain(name) ? Part(name) : null, scope);

    private ScimNode<TElement>? Part(string name) => Array.Find(parts, part => part.Attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // A sub-attribute of any element; for "ne" of all.
    private sealed class Lifted(ScimNode<TElement> part, Func<Expression<Func<TElement, bool>>, ScimScope, Expression<Func<T, bool>>> lift) : ScimNode<T>(part.Attribute)
    {
        public override Expression<Func<T, bool>> Present(ScimScope scope) => lift(part.Present(scope), scope);

        public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope) => comparison == ScimOperator.Ne
            ? lift(part.Compare(ScimOperator.Eq, value, scope), scope).Not()
            : lift(part.Compare(comparison, value, scope), scope);

        // An element that is the row itself orders as the row does.
        public override ScimOrder<T>? Order(ScimScope scope) => part.Order(scope) as ScimOrder<T>;
    }
}
