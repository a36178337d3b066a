using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Principals;

/// <summary>
/// Users, groups and placeholder users in one list (contract component <c>PrincipalModel</c>), each under its own type and
/// path; what only one kind has is told there.
/// </summary>
public sealed partial class PrincipalResource : Resource<Principal, PrincipalDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public PrincipalResource()
        : base(Kind, Location, p => p.Id, p => p.Name)
    {
        TitledBy(p => p.Name);
        Property("id", p => p.Id);
        Property("name", p => p.Name);
        Property("createdAt", p => p.CreatedAt);
        Property("updatedAt", p => p.UpdatedAt);
        Property("avatar", _ => (string?)null).ShownWhen((p, _) => PathOf(p) == PrincipalPaths.Users);
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/principals");

    /// <inheritdoc/>
    public static string Kind => "Principal";

    /// <inheritdoc/>
    public override string TypeOf(PrincipalDto dto) => dto.Kind switch
    {
        PrincipalKind.Group => "Group",
        PrincipalKind.PlaceholderUser => "PlaceholderUser",
        _ => "User",
    };

    /// <inheritdoc/>
    public override ResourcePath PathOf(PrincipalDto dto) => PrincipalPaths.Of(dto.Kind);

    /// <inheritdoc/>
    public override IQueryable<Principal> VisibleTo(IQueryable<Principal> rows, Access access) => PrincipalVisibility.VisibleTo(rows, access);
}
