using System.Linq.Expressions;
using OpenProject.Application.Groups;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Users;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Memberships;

/// <summary>What memberships can be filtered and sorted by.</summary>
public sealed partial class MembershipResource
{
    // Groups and placeholders have no status and count as active.
    private static readonly Expression<Func<Membership, int?>> Status = m => (int?)((User)m.Principal).Status ?? (int)UserStatus.Active;

    private void DeclareFilters()
    {
        Filter(new ListFilter<Membership>("project", ListKind.Optional, m => m.ProjectId));
        Filter(new ListFilter<Membership>("principal", ListKind.Required, m => m.PrincipalId, acceptsMe: true));
        Filter(new RelationFilter<Membership>("role", (ids, _) => m => m.Roles.Any(r => ids.Contains(r.RoleId))));
        Filter(new CodeFilter<Membership>("status", UserResource.StatusCodes, Status));
        Filter(new TextFilter<Membership>("name", TextKind.String, m => m.Principal.Name));
        Filter(new GroupFilter<Membership>(m => m.PrincipalId));
        Filter(new SearchFilter<Membership>(
            "any_name_attribute",
            context => [m => m.Principal.Name, m => ((User)m.Principal).Login, AddressFor(context.Access)],
            ["~", "!~", "**"]));
        Filter(new DateTimeFilter<Membership>("createdAt", m => m.CreatedAt));
        Filter(new DateTimeFilter<Membership>("updatedAt", m => m.UpdatedAt));
    }

    private void DeclareOrders()
    {
        Sort("name", m => m.Principal.SortName);
        Sort("email", AddressFor).NullsLast(access => AddressFor(access).Is(address => address == null));
        Sort("status", Status);
        Sort("createdAt", m => m.CreatedAt);
        Sort("updatedAt", m => m.UpdatedAt);
    }

    // Whoever sees members must not find out addresses that are hidden from him, not even by their order.
    private static Expression<Func<Membership, string?>> AddressFor(Access access) =>
        access.Viewer.IsAdmin
            ? m => ((User)m.Principal).Email
            : m => ((User)m.Principal).HideEmail ? null : ((User)m.Principal).Email;
}
