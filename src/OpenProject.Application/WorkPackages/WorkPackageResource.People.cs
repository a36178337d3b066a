using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Groups;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>What work packages can be filtered by that is said of those who work on them, or by them.</summary>
public sealed partial class WorkPackageResource
{
    private static readonly Expression<Func<WorkPackageJournal, string?>>[] Notes = [j => j.Notes];

    private void DeclarePeopleFilters()
    {
        Filter(new RelationFilter<WorkPackage>("assigneeOrGroup", AssignedToAnyOf, _ => w => w.AssigneeId != null, acceptsMe: true))
            .Naming(WorkPackageFilterTargets.User);
        Filter(new GroupFilter<WorkPackage>(w => w.AssigneeId ?? 0)).Naming(WorkPackageFilterTargets.Group);
        Filter(new RelationFilter<WorkPackage>("role", AssigneeHasRole, AssigneeHasAnyRole)).Naming(WorkPackageFilterTargets.Role);
        Filter(new RelatedTextFilter<WorkPackage>("comment", SaidOf, In(WordPlaces.Comments)));
    }

    // A user stands for the groups he is in, too, and a group for its members.
    private static Expression<Func<WorkPackage, bool>> AssignedToAnyOf(List<long> ids, FilterContext context)
    {
        var store = context.Access.Store;
        var visible = store.Rows<Group>().VisibleTo(context.Access);
        var members = store.Rows<GroupMember>().Where(m => visible.Any(g => g.Id == m.GroupId));
        var groups = members.Where(m => ids.Contains(m.UserId)).Select(m => m.GroupId);
        var users = members.Where(m => ids.Contains(m.GroupId)).Select(m => m.UserId);
        return w => w.AssigneeId != null && (ids.Contains(w.AssigneeId.Value) || groups.Contains(w.AssigneeId.Value) || users.Contains(w.AssigneeId.Value));
    }

    // Roles count where the viewer may see who is a member.
    private static Expression<Func<WorkPackage, bool>> AssigneeHasRole(List<long> roles, FilterContext context)
    {
        var members = MembersFor(context.Access).Where(m => m.Roles.Any(r => roles.Contains(r.RoleId)));
        return w => members.Any(m => m.ProjectId == w.ProjectId && m.PrincipalId == w.AssigneeId);
    }

    private static Expression<Func<WorkPackage, bool>> AssigneeHasAnyRole(FilterContext context)
    {
        var members = MembersFor(context.Access);
        return w => members.Any(m => m.ProjectId == w.ProjectId && m.PrincipalId == w.AssigneeId);
    }

    private static IQueryable<Membership> MembersFor(Access access)
    {
        var told = access.ProjectsWith(Permission.ViewMembers);
        return access.Store.Rows<Membership>().Where(m => told.Contains(m.ProjectId!.Value));
    }

    private static Expression<Func<WorkPackage, bool>>? SaidOf(string text, FilterContext context)
    {
        if (SearchFilter<WorkPackageJournal>.ContainsWords(Notes, text) is not { } contains)
            return null;
        var (said, confidential) = (context.Access.Store.Rows<WorkPackageJournal>().Where(contains), context.Access.ProjectsWith(Permission.ViewInternalComments));
        return w => said.Any(j => j.WorkPackageId == w.Id && (!j.Internal || confidential.Contains(w.ProjectId)));
    }
}
