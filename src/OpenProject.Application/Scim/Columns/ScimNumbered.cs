using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>Text that is a number between what is always the same: an id, an address, a version.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="column">The number.</param>
/// <param name="before">What stands before it.</param>
/// <param name="after">What stands behind it.</param>
internal sealed class ScimNumbered<T>(ScimAttribute attribute, Expression<Func<T, long>> column, Func<ScimScope, string>? before = null, string after = "") : ScimNode<T>(attribute)
{
    public override Expression<Func<T, bool>> Present(ScimScope scope) => Always;

    public override Expression<Func<T, bool>> Compare(ScimOperator comparison, object value, ScimScope scope)
    {
        if (comparison is ScimOperator.Eq or ScimOperator.Ne)
        {
            var same = NumberIn(value, before?.Invoke(scope) ?? "") is { } number ? column.Is(given => given == number) : Never;
            return comparison == ScimOperator.Eq ? same : same.Not();
        }

        return new ScimExactText<T>(Attribute, _ => TextOf(before?.Invoke(scope) ?? "")).Compare(comparison, value, scope);
    }

    public override ScimOrder<T> Order(ScimScope scope) => new ScimNumberOrder<T>(column);

    private Expression<Func<T, string?>> TextOf(string prefix)
    {
        var suffix = after;
        return column.Select(number => (string?)(prefix + number.ToString() + suffix));
    }

    private long? NumberIn(object value, string prefix) =>
        value is string text && text.StartsWith(prefix, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal) && text.Length > prefix.Length + after.Length
        && text[prefix.Length] != '0' && long.TryParse(text.AsSpan(prefix.Length, text.Length - prefix.Length - after.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
