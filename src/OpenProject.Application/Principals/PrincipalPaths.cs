using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Principals;

/// <summary>Where principals of each kind live.</summary>
public static class PrincipalPaths
{
    /// <summary>The memberships of one principal: <c>[{"principal":{"operator":"=","values":["{id}"]}}]</c>.</summary>
    public const string Memberships =
        "/api/v3/memberships?filters=%5B%7B%22principal%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22{id}%22%5D%7D%7D%5D";

    /// <summary>People.</summary>
    public static ResourcePath Users { get; } = new("/api/v3/users");

    /// <summary>Groups of people.</summary>
    public static ResourcePath Groups { get; } = new("/api/v3/groups");

    /// <summary>Stand-ins for people who are not there yet.</summary>
    public static ResourcePath PlaceholderUsers { get; } = new("/api/v3/placeholder_users");

    /// <summary>All three, as links to principals may lead to any.</summary>
    public static IReadOnlyList<ResourcePath> All { get; } = [Users, Groups, PlaceholderUsers];

    /// <summary>The list of those who are members of a workspace, or of all: <c>[{"member":{"operator":"=","values":["{id}"]}}]</c>.</summary>
    public static string Among(long? workspaceId) => PrincipalResource.Location.Value
        + (workspaceId is { } id ? $"?filters=%5B%7B%22member%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22{id}%22%5D%7D%7D%5D" : "");

    /// <summary>The path of a kind; builtin users are people too.</summary>
    public static ResourcePath Of(PrincipalKind kind) => kind switch
    {
        PrincipalKind.Group => Groups,
        PrincipalKind.PlaceholderUser => PlaceholderUsers,
        _ => Users,
    };

    /// <summary>A link to a principal, or none.</summary>
    public static Reference? Link(long? id, string? name, PrincipalKind? kind) =>
        id is { } key and > 0 ? new Reference(Of(kind ?? PrincipalKind.User), key, name) : null;

    /// <summary>Links to principals of any kind, by id; one statement. Whoever sees what they are named in sees their names.</summary>
    public static Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(Access access, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ReferencesAsync(access.Store, ids, cancellationToken);

    /// <summary>Links to principals of any kind, by id; one statement.</summary>
    public static async Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(IReadStore store, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        List<long> wanted = [.. ids];
        if (wanted.Count == 0)
            return new Dictionary<long, Reference>();
        var found = await store.ListAsync(store.Rows<Principal>().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Kind }), cancellationToken);
        return found.ToDictionary(p => p.Id, p => new Reference(Of(p.Kind), p.Id, p.Name));
    }
}
