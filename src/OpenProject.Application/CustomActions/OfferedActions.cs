using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.CustomActions;
using OpenProject.Domain.Memberships;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomActions;

/// <summary>
/// Fills in the actions that work packages are offered: to those who may edit them, where the conditions hold. One statement,
/// for the viewer's roles, where an action asks for one; none otherwise.
/// </summary>
public sealed class OfferedActions(CustomActionDirectory directory, IReadStore store) : IEnricher<WorkPackageDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<WorkPackageDto> rows, Access access, CancellationToken cancellationToken)
    {
        var actions = await directory.GetAsync(store, cancellationToken);
        var editable = actions.Count == 0 ? [] : rows.Where(r => access.In(r.ProjectId).Contains(Permission.EditWorkPackages)).ToList();
        if (editable.Count == 0)
            return;
        var roles = actions.Any(a => a.Conditions.RoleIds.Count > 0)
            ? await RolesAsync(access.Viewer.UserId, [.. editable.Select(r => r.ProjectId).Distinct()], cancellationToken)
            : null;
        foreach (var row in editable)
            row.CustomActions = [.. actions.Where(a => IsOffered(a, row, roles?[row.ProjectId])).Select(a => new Reference(CustomActionResource.Location, a.Id, a.Name))];
    }

    private static bool IsOffered(CustomAction action, WorkPackageDto row, IEnumerable<long>? roles) =>
        action.Conditions.HoldFor(row.StatusId, row.TypeId, row.ProjectId)
        && (action.Conditions.RoleIds.Count == 0 || action.Conditions.RoleIds.Intersect(roles ?? []).Any());

    private async Task<ILookup<long, long>> RolesAsync(long userId, List<long> projectIds, CancellationToken cancellationToken) =>
        (await store.ListAsync(
            store.Rows<Membership>().Where(m => m.PrincipalId == userId && m.ProjectId != null && projectIds.Contains(m.ProjectId.Value))
                .SelectMany(m => m.Roles, (m, r) => new { ProjectId = m.ProjectId!.Value, r.RoleId }),
            cancellationToken)).ToLookup(r => r.ProjectId, r => r.RoleId);
}
