namespace OpenProject.Application.Writes;

/// <summary>Where a form lives and where its payload may be sent.</summary>
/// <param name="Self">The form's own href.</param>
/// <param name="CommitMethod">The method that stores the payload, in lower case.</param>
/// <param name="CommitHref">Where it is sent.</param>
public sealed record FormLinks(string Self, string CommitMethod, string CommitHref)
{
    /// <summary>A form for a new resource of a collection.</summary>
    public static FormLinks Create(string collection) => new(collection + "/form", "post", collection);

    /// <summary>A form for changes of a resource.</summary>
    public static FormLinks Update(string resource) => new(resource + "/form", "patch", resource);

    /// <summary>Offers no commit although the payload is valid; null offers it.</summary>
    public bool WithoutCommit { get; init; }
}
