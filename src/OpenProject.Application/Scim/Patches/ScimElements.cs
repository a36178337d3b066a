using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim.Patches;

/// <summary>Which elements of a list a path means, judged in memory.</summary>
internal static class ScimElements
{
    /// <summary>Whether an element fulfils a filter over its sub-attributes.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidPath"/>: there is no such sub-attribute.</exception>
    public static bool Fulfils(this ScimRecord element, ScimFilter filter, ScimAttribute list) => filter switch
    {
        ScimFilter.All all => all.Parts.Aggregate(true, (holds, part) => element.Fulfils(part, list) && holds),
        ScimFilter.Any any => any.Parts.Aggregate(false, (holds, part) => element.Fulfils(part, list) || holds),
        ScimFilter.Not not => !element.Fulfils(not.Part, list),
        ScimFilter.Present present => element.Has(Part(list, present.Name)),
        ScimFilter.Test test => Compares(element[Part(list, test.Name)], Part(list, test.Name), test),
        _ => throw ScimErrors.Of(ScimErrors.InvalidPath, "The path is invalid: brackets within brackets."),
    };

    /// <summary>The element that a filter describes, which says of attributes what they are and nothing else; null for other filters.</summary>
    public static ScimRecord? Described(ScimFilter filter, ScimAttribute list)
    {
        var element = new ScimRecord();
        foreach (var part in filter is ScimFilter.All all ? all.Parts : [filter])
        {
            if (part is not ScimFilter.Test { Operator: ScimOperator.Eq, Value: string or bool } test)
                return null;
            element.Set(Part(list, test.Name), test.Value);
        }

        return element;
    }

    private static bool Compares(object? value, ScimAttribute attribute, ScimFilter.Test test)
    {
        if (test.Value is null)
            return (value is null) == (test.Operator == ScimOperator.Eq);
        return value is null ? test.Operator == ScimOperator.Ne : ScimValues.Compare(attribute, value, test.Operator, test.Value);
    }

    private static ScimAttribute Part(ScimAttribute list, string name) =>
        list.Sub(name) ?? throw ScimErrors.Of(ScimErrors.InvalidPath, $"The path is invalid: '{list.Name}' has no '{name}'.");
}
