namespace OpenProject.Application.Scim.Filters;

/// <summary>A filter as a tree (RFC 7644 section 3.4.2.2). Names are as they were written; what they mean, the schema knows.</summary>
public abstract record ScimFilter
{
    private ScimFilter()
    {
    }

    /// <summary>The names of attributes in it, outside the brackets of lists.</summary>
    public IEnumerable<string> Names => this switch
    {
        All all => all.Parts.SelectMany(part => part.Names),
        Any any => any.Parts.SelectMany(part => part.Names),
        Not not => not.Part.Names,
        Test test => [test.Name],
        Present present => [present.Name],
        Within within => [within.Name],
        _ => [],
    };

    /// <summary>Every part holds.</summary>
    public sealed record All(IReadOnlyList<ScimFilter> Parts) : ScimFilter;

    /// <summary>Some part holds.</summary>
    public sealed record Any(IReadOnlyList<ScimFilter> Parts) : ScimFilter;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(ScimFilter Part) : ScimFilter;

    /// <summary>An attribute compares so with a value.</summary>
    /// <param name="Name">The attribute.</param>
    /// <param name="Operator">How.</param>
    /// <param name="Value">A text, a number (<see cref="decimal"/> or <see cref="double"/>), a truth, or null.</param>
    public sealed record Test(string Name, ScimOperator Operator, object? Value) : ScimFilter;

    /// <summary>An attribute has a value.</summary>
    public sealed record Present(string Name) : ScimFilter;

    /// <summary>One element of a list fulfils all of it.</summary>
    /// <param name="Name">The list.</param>
    /// <param name="Part">What the element fulfils; names are those of its sub-attributes.</param>
    public sealed record Within(string Name, ScimFilter Part) : ScimFilter;
}
