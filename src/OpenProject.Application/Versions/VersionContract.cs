using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Versions;

/// <summary>Who may write versions, and how far they may be shared.</summary>
public sealed class VersionContract : Contract<ProjectVersion, VersionDto>
{
    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public VersionContract(IReadStore store)
    {
        this.store = store;
        Unique("name", "Name", e => e.Name, row => row.Name, e => store.Rows<ProjectVersion>().Where(o => o.Id != e.Id && o.Name == e.Name && o.ProjectId == e.ProjectId), store);
        MustAsync("sharing", MayShareAsync, "Sharing is not set to one of the allowed values.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<ProjectVersion, VersionDto> draft, CancellationToken cancellationToken) =>
        AllowInAsync(draft, draft.Entity.ProjectId, Permission.ManageVersions, cancellationToken);

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<ProjectVersion, VersionDto> draft, CancellationToken cancellationToken)
    {
        draft.Attempt(draft.Entity.SettleDates);
        return Task.CompletedTask;
    }

    // Sharing upwards is up to whoever manages the versions of the top project, sharing with everybody to administrators.
    private async Task<bool> MayShareAsync(Draft<ProjectVersion, VersionDto> draft, CancellationToken cancellationToken)
    {
        if (!draft.Changed("sharing"))
            return true;
        switch (draft.Entity.Sharing)
        {
            case VersionSharing.System:
                return draft.Access.Viewer.IsAdmin;
            case VersionSharing.Hierarchy or VersionSharing.Tree:
                var projectId = draft.Entity.ProjectId;
                var managed = draft.Access.ProjectsWith(Permission.ManageVersions);
                return await store.AnyAsync(
                    store.Rows<ProjectHierarchy>().Where(h => h.DescendantId == projectId && h.Ancestor.ParentId == null && managed.Contains(h.AncestorId)),
                    cancellationToken);
            default:
                return true;
        }
    }
}
