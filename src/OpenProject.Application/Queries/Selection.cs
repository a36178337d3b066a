namespace OpenProject.Application.Queries;

/// <summary>Which members of a collection and of its elements a request wants (<c>select=total,elements/id</c>).</summary>
/// <param name="Collection">Members of the collection; null for all.</param>
/// <param name="Elements">Members of the elements; null for all, empty when none is wanted.</param>
public sealed record Selection(IReadOnlySet<string>? Collection, IReadOnlySet<string>? Elements)
{
    /// <summary>Whether the collection's member is wanted.</summary>
    public bool WantsMember(string name) => Collection is null || Collection.Contains(name);

    /// <summary>Whether elements are wanted at all.</summary>
    public bool WantsElements => Elements is null || Elements.Count > 0;

    /// <summary>Whether the elements' member is wanted.</summary>
    public bool WantsOfElement(string name) => Elements is null || Elements.Contains(name);
}
