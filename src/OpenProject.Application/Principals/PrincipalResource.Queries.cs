using OpenProject.Application.Groups;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Users;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Principals;

/// <summary>What principals can be filtered and sorted by.</summary>
public sealed partial class PrincipalResource
{
    private static readonly Dictionary<string, int> Types = new(StringComparer.Ordinal)
    {
        ["User"] = (int)PrincipalKind.User,
        ["Group"] = (int)PrincipalKind.Group,
        ["PlaceholderUser"] = (int)PrincipalKind.PlaceholderUser,
    };

    private void DeclareQueries()
    {
        Filter(new ListFilter<Principal>("id", ListKind.Required, p => p.Id, acceptsMe: true));
        Filter(new CodeFilter<Principal>("type", Types, p => (int)p.Kind));
        Filter(new CodeFilter<Principal>("status", UserResource.StatusCodes, p => (int?)((User)p).Status ?? (int)UserStatus.Active));
        Filter(new TextFilter<Principal>("name", TextKind.String, p => p.Name));
        Filter(new SearchFilter<Principal>("any_name_attribute", Names, ["~", "!~", "**"]));
        Filter(new SearchFilter<Principal>("typeahead", Names));
        Filter(new GroupFilter<Principal>(p => p.Id));
        DeclareMembershipFilters();
        Sort("name", p => p.SortName);
        OrderedBy("name");
    }

    // Memberships of projects that the viewer does not see are none.
    private void DeclareMembershipFilters()
    {
        Filter(new RelationFilter<Principal>(
            "member",
            (ids, context) =>
            {
                var members = Members(context.Access).Where(m => ids.Contains(m.ProjectId!.Value));
                return p => members.Any(m => m.PrincipalId == p.Id);
            },
            context =>
            {
                var members = Members(context.Access);
                return p => members.Any(m => m.PrincipalId == p.Id);
            })).AlsoNamed("access_to_anything_in_project");
        Filter(new RelationFilter<Principal>("mentionable_on_work_package", (ids, context) =>
        {
            var (access, viewing) = (context.Access, Permission.ViewWorkPackages.Name);
            var seen = access.ProjectsWith(Permission.ViewWorkPackages);
            var projects = access.Store.Rows<WorkPackage>().Where(w => ids.Contains(w.Id) && seen.Contains(w.ProjectId)).Select(w => w.ProjectId);
            var readers = access.Store.Rows<Membership>()
                .Where(m => m.ProjectId != null && projects.Contains(m.ProjectId.Value) && m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == viewing)));
            return p => p.Kind != PrincipalKind.PlaceholderUser && readers.Any(m => m.PrincipalId == p.Id);
        }));
    }

    private static IQueryable<Membership> Members(Access access)
    {
        var projects = access.VisibleProjects();
        return access.Store.Rows<Membership>().Where(m => m.ProjectId != null && projects.Contains(m.ProjectId.Value));
    }

    // Hidden addresses and logins are found by those alone who see them.
    private static IReadOnlyList<System.Linq.Expressions.Expression<Func<Principal, string?>>> Names(FilterContext context) => context.Access.Viewer.IsAdmin
        ? [p => p.Name, p => ((User)p).Login, p => ((User)p).Email]
        : [p => p.Name, p => ((User)p).HideEmail ? null : ((User)p).Email];
}
