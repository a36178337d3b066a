using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>Makes conditions over rows, which the database judges, of parsed filters.</summary>
internal static class ScimTranslation
{
    /// <summary>The condition.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="find">The node of a name; null when there is none.</param>
    /// <param name="scope">What names depend on.</param>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidFilter"/>: an attribute is unknown, or compares otherwise.</exception>
    public static Expression<Func<T, bool>> Translate<T>(ScimFilter filter, Func<string, ScimNode<T>?> find, ScimScope scope) => filter switch
    {
        ScimFilter.All all => Balanced([.. all.Parts.Select(part => Translate(part, find, scope))], Lambdas.And),
        ScimFilter.Any any => Balanced([.. any.Parts.Select(part => Translate(part, find, scope))], Lambdas.Or),
        ScimFilter.Not not => Translate(not.Part, find, scope).Not(),
        ScimFilter.Present present => Known(find, present.Name).Present(scope),
        ScimFilter.Within within => Known(find, within.Name).Within(within.Part, scope),
        ScimFilter.Test test => Test(Known(find, test.Name), test, scope),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter."),
    };

    /// <summary>Whether a name is that of one attribute, without URN and sub-attribute.</summary>
    public static bool Plain(string name) => !name.Contains('.', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal);

    // Compared with null, it is asked whether there is a value (RFC 7643 section 2.5).
    private static Expression<Func<T, bool>> Test<T>(ScimNode<T> node, ScimFilter.Test test, ScimScope scope) => (test.Value, test.Operator) switch
    {
        ({ } value, _) => node.Compare(test.Operator, value, scope),
        (null, ScimOperator.Eq) => node.Present(scope).Not(),
        (null, ScimOperator.Ne) => node.Present(scope),
        _ => throw ScimErrors.Filter($"'{test.Name}' compares with null by eq and ne alone."),
    };

    private static ScimNode<T> Known<T>(Func<string, ScimNode<T>?> find, string name) => find(name) ?? throw ScimErrors.Filter($"there is no attribute '{name}'.");

    // A chain of hundreds would be as deep as it is long, for all who walk it.
    private static Expression<Func<T, bool>> Balanced<T>(
        ReadOnlySpan<Expression<Func<T, bool>>> parts, Func<Expression<Func<T, bool>>, Expression<Func<T, bool>>, Expression<Func<T, bool>>> join) =>
        parts.Length == 1 ? parts[0] : join(Balanced(parts[..(parts.Length / 2)], join), Balanced(parts[(parts.Length / 2)..], join));
}
