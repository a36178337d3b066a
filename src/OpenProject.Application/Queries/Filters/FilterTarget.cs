using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries.Filters;

/// <summary>The kind of resource that a filter's values are ids of.</summary>
/// <param name="Type">The schema's type name, e.g. <c>User</c>.</param>
/// <param name="Location">The path under which its declaration is found.</param>
/// <param name="Accepts">The paths that links to values may have.</param>
/// <param name="AllowedAt">The collection of possible values, in a workspace or over all (null); null where no collection lists them.</param>
public sealed record FilterTarget(string Type, ResourcePath Location, IReadOnlyList<ResourcePath> Accepts, Func<long?, string?> AllowedAt)
{
    /// <summary>A kind that has one path.</summary>
    public static FilterTarget Of<TKind>(Func<long?, string?> allowedAt)
        where TKind : IResourceKind =>
        new(TKind.Kind, TKind.Location, [TKind.Location], allowedAt);

    /// <summary>The value that a link names, or null when it leads to another kind.</summary>
    public string? ValueOf(string href) => Accepts
        .Where(path => href.Length > path.Value.Length + 1 && href.StartsWith(path.Value + "/", StringComparison.Ordinal))
        .Select(path => Uri.UnescapeDataString(href[(path.Value.Length + 1)..])).FirstOrDefault(key => !key.Contains('/'));
}
