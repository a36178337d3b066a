using OpenProject.Application.Groups;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>Stand-ins for people (<c>/api/v3/placeholder_users</c>, contract component <c>PlaceholderUserModel</c>).</summary>
public sealed class PlaceholderUserResource : Resource<PlaceholderUser, PlaceholderUserDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public PlaceholderUserResource()
        : base(Kind, Location, p => p.Id, p => p.Name)
    {
        TitledBy(p => p.Name);
        Property("id", p => p.Id).Named("ID").Required();
        Property("name", p => p.Name).Required().Length(1, PlaceholderUser.PlaceholderNameLimit).Write((p, value) => p.Rename(value));
        Property("createdAt", p => p.CreatedAt).Named("Created on");
        Property("updatedAt", p => p.UpdatedAt).Named("Updated on");

        // There is nobody who could be invited or locked.
        Property("status", _ => Codes.Of(UserStatus.Active)).ShownWhen((_, access) => IsManagedBy(access));

        // The published schema requires the page of a web application, which this server has not.
        Related("showUser", "/placeholder_users/{id}");
        Related("memberships", PrincipalPaths.Memberships).Titled(_ => "Memberships").NeedsAnywhere(Permission.ViewMembers);
        Action("updateImmediately", "patch", Location.Value + "/{id}").Titled(p => "Update " + p.Name).When((_, access) => IsManagedBy(access));
        Action("delete", "delete", Location.Value + "/{id}").Titled(p => "Delete " + p.Name).When((_, access) => IsManagedBy(access));
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = PrincipalPaths.PlaceholderUsers;

    /// <inheritdoc/>
    public static string Kind => "PlaceholderUser";

    /// <inheritdoc/>
    public override IQueryable<PlaceholderUser> VisibleTo(IQueryable<PlaceholderUser> rows, Access access) => PrincipalVisibility.VisibleTo(rows, access);

    /// <summary>Whether the viewer may make, change and remove placeholders; its global permissions must be loaded.</summary>
    public static bool IsManagedBy(Access access) => access.Global.Contains(Permission.ManagePlaceholderUser);

    private void DeclareQueries()
    {
        Filter(new ListFilter<PlaceholderUser>("id", ListKind.Required, p => p.Id));
        Filter(new TextFilter<PlaceholderUser>("name", TextKind.String, p => p.Name));
        Filter(new SearchFilter<PlaceholderUser>("typeahead", [p => p.Name]));
        Filter(new GroupFilter<PlaceholderUser>(p => p.Id));
        Filter(new CodeFilter<PlaceholderUser>("status", UserResource.StatusCodes, _ => (int)UserStatus.Active));
        Sort("name", p => p.SortName);
        Sort("createdAt", p => p.CreatedAt);
        Sort("updatedAt", p => p.UpdatedAt);
    }
}
