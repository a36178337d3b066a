using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Users;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Memberships;

/// <summary>What memberships can be filtered and sorted by.</summary>
public sealed partial class MembershipResource
{
    private void DeclareFilters()
    {
        Filter(new ListFilter<Membership>("project", ListKind.Optional, m => m.ProjectId));
        Filter(new ListFilter<Membership>("principal", ListKind.Required, m => m.PrincipalId, acceptsMe: true));
        Filter(new RelationFilter<Membership>("role", (ids, _) => m => m.Roles.Any(r => ids.Contains(r.RoleId))));
        Filter(new CodeFilter<Membership>("status", UserResource.StatusCodes, m => (int?)((User)m.Principal).Status));
        Filter(new TextFilter<Membership>("name", TextKind.String, m => m.Principal.Name));
        Filter(new RelationFilter<Membership>("group", OfGroups));

        // Whoever sees members must not find out addresses that are hidden.
        Filter(new SearchFilter<Membership>(
            "any_name_attribute",
            [m => m.Principal.Name, m => ((User)m.Principal).Login, m => ((User)m.Principal).HideEmail ? null : ((User)m.Principal).Email],
            ["~", "!~", "**"]));
        Filter(new DateTimeFilter<Membership>("createdAt", m => m.CreatedAt));
        Filter(new DateTimeFilter<Membership>("updatedAt", m => m.UpdatedAt));
    }

    private void DeclareOrders()
    {
        Sort("name", m => m.Principal.SortName);
        Sort("status", m => (int?)((User)m.Principal).Status ?? (int)UserStatus.Active);
        Sort("createdAt", m => m.CreatedAt);
        Sort("updatedAt", m => m.UpdatedAt);
    }

    private static System.Linq.Expressions.Expression<Func<Membership, bool>> OfGroups(List<long> ids, FilterContext context)
    {
        var users = context.Access.Store.Rows<GroupMember>().Where(g => ids.Contains(g.GroupId)).Select(g => g.UserId);
        return m => users.Contains(m.PrincipalId);
    }
}
