using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Groups;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Groups;

/// <summary>Groups of users (<c>/api/v3/groups</c>, contract component <c>GroupModel</c>).</summary>
public sealed class GroupResource : Resource<Group, GroupDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public GroupResource(GroupTargets targets)
        : base(Kind, Location, g => g.Id, g => g.Name)
    {
        TitledBy(g => g.Name);
        Property("id", g => g.Id).Named("ID").Required();
        Property("name", g => g.Name).Required().Length(1, Group.GroupNameLimit).Write((g, value) => g.Rename(value));
        Property("createdAt", g => g.CreatedAt).Named("Created on");
        Property("updatedAt", g => g.UpdatedAt).Named("Updated on");

        // Who is in it is stored by statements, once the group is.
        Links("members", "[]User", [PrincipalPaths.Users], g => g.Members).Embedded().NeedsAnywhere(Permission.ManageMembers)
            .Write((_, _, _) => { }).AllowedAre(targets.Members);
        Related("memberships", PrincipalPaths.Memberships).Titled(_ => "Memberships").NeedsAnywhere(Permission.ViewMembers);
        Action("updateImmediately", "patch", Location.Value + "/{id}").When((_, access) => access.Viewer.IsAdmin);
        Action("delete", "delete", Location.Value + "/{id}").When((_, access) => access.Viewer.IsAdmin);
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = PrincipalPaths.Groups;

    /// <inheritdoc/>
    public static string Kind => "Group";

    /// <inheritdoc/>
    public override IQueryable<Group> VisibleTo(IQueryable<Group> rows, Access access) => PrincipalVisibility.VisibleTo(rows, access);

    private void DeclareQueries()
    {
        Filter(new ListFilter<Group>("id", ListKind.Required, g => g.Id));
        Filter(new TextFilter<Group>("name", TextKind.String, g => g.Name));
        Filter(new SearchFilter<Group>("typeahead", [g => g.Name]));
        Filter(new DateTimeFilter<Group>("createdAt", g => g.CreatedAt));
        Filter(new DateTimeFilter<Group>("updatedAt", g => g.UpdatedAt));
        Sort("name", g => g.SortName);
        Sort("createdAt", g => g.CreatedAt);
        Sort("updatedAt", g => g.UpdatedAt);
    }
}
