using System.Linq.Expressions;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>What filters and orders can ask of one attribute, over rows of a kind.</summary>
/// <param name="attribute">The attribute.</param>
public abstract class ScimNode<T>(ScimAttribute attribute)
{
    // No text here, and no address, is that long; and SQL Server refuses patterns of more than 4,000 characters, escapes among them.
    private const int LongestText = 1500;

    /// <summary>The attribute.</summary>
    public ScimAttribute Attribute { get; } = attribute;

    /// <summary>Whether a text cannot be in any other.</summary>
    protected static bool IsTooLong(string text) => text.Length > LongestText;

    /// <summary>The condition that always holds.</summary>
    protected static Expression<Func<T, bool>> Always { get; } = _ => true;

    /// <summary>The condition that never holds.</summary>
    protected static Expression<Func<T, bool>> Never { get; } = _ => false;

    /// <summary>The node of a sub-attribute; null when there is none.</summary>
    public virtual ScimNode<T>? Sub(string name) => null;

    /// <summary>The condition that the attribute compares so with a value, which is not null.</summary>
    public abstract Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope);

    /// <summary>The condition that the attribute has a value.</summary>
    public abstract Expression<Func<T, bool>> Present(ScimScope scope);

    /// <summary>The condition that one element, or the value itself, fulfils a filter over its sub-attributes.</summary>
    public virtual Expression<Func<T, bool>> Within(ScimFilter part, ScimScope scope) => throw Refuse("has no sub-attributes");

    /// <summary>What rows are ordered by; null when the attribute orders nothing.</summary>
    public virtual ScimOrder<T>? Order(ScimScope scope) => null;

    /// <summary>A refusal that names the attribute.</summary>
    protected Exception Refuse(string why) => ScimErrors.Filter($"'{Attribute.Name}' {why}.");
}
