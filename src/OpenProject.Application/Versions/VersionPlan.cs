using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Versions;

/// <summary>How versions are written and removed: beside the aggregate, the work packages that can be planned for it no longer.</summary>
public sealed class VersionPlan(
    VersionResource resource, VersionContract contract, IAggregates<ProjectVersion> aggregates, IPlannedWork work, IReadStore store, IUnitOfWork unitOfWork)
{
    /// <summary>The plan.</summary>
    public WritePlan<ProjectVersion, VersionDto> Writes => new(resource, contract, aggregates) { AfterSave = AfterSaveAsync };

    /// <summary>Removes a version; no work package is planned for it any longer.</summary>
    public Task RemoveAsync(ProjectVersion version, long actorId, DateTime now, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        async token =>
        {
            var id = version.Id;
            await DetachAsync(store.Rows<WorkPackage>().Where(w => w.VersionId == id), actorId, now, token);
            await work.ForgetAsync(id, token);
            aggregates.Remove(version);
            await unitOfWork.SaveAsync(token);
        },
        cancellationToken);

    // What is shared less is taken from those it was shared with.
    private async Task AfterSaveAsync(Draft<ProjectVersion, VersionDto> draft, CancellationToken cancellationToken)
    {
        if (draft.IsNew || draft.Entity.Sharing == draft.Original.Sharing)
            return;
        var id = draft.Entity.Id;
        var offered = store.Rows<Project>().OfferedBy(store.Rows<ProjectVersion>().Where(v => v.Id == id), store).Select(p => p.Id);
        await DetachAsync(
            store.Rows<WorkPackage>().Where(w => w.VersionId == id && !offered.Contains(w.ProjectId)), draft.Access.Viewer.UserId, draft.Now, cancellationToken);
    }

    private async Task DetachAsync(IQueryable<WorkPackage> planned, long actorId, DateTime now, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(planned.OrderBy(w => w.Id).Select(w => w.Id), cancellationToken);
        if (ids.Count > 0)
            await work.DetachAsync(ids, actorId, now, cancellationToken);
    }
}
