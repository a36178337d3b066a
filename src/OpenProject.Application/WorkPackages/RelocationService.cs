using OpenProject.Application.Common;
using OpenProject.Application.Versions;
using OpenProject.Application.Workflows;
using OpenProject.Application.Writes;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Moves work packages between projects: what they keep of types, versions and categories, and what comes along with them.</summary>
public sealed class RelocationService(IReadStore store, IRelocationTable table, IWorkPackageTree tree, WorkflowService workflows)
{
    /// <summary>
    /// Gives a work package that goes to another project what that offers, as far as the request does not say it. Nothing is told of a
    /// project that the writer may not move work packages to; that he may not is left to the rules of the link.
    /// </summary>
    public async Task SettleAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (entity, projectId) = (draft.Entity, draft.Entity.ProjectId);
        var allowed = draft.Access.ProjectsWith(Permission.MoveWorkPackages);
        if (!await store.AnyAsync(store.Rows<Project>().Where(p => p.Id == projectId && allowed.Contains(p.Id)), cancellationToken))
            return;
        var before = new Belonging(
            draft.Original.TypeId, draft.Original.TypeIsMilestone, draft.Original.StatusId, draft.Original.VersionId, draft.Original.CategoryId);
        var after = (await DestinationAsync(projectId, [before], cancellationToken)).Receive(before, draft.Original.CategoryName);
        if (!draft.Changed("type"))
            entity.BecomeType(after.TypeId);
        if (!draft.Changed("status") && !draft.Changed("type"))
            entity.MoveTo(after.StatusId);
        if (!draft.Changed("version"))
            entity.PlanFor(after.VersionId);
        if (!draft.Changed("category"))
            entity.FileUnder(after.CategoryId);
    }

    /// <summary>
    /// Has those below a work package that has gone to another project follow it, as far as they were in the same project before, and the
    /// time that was booked on all of them. Inside the transaction of the move. Leaves as invalid when the project offers no type for them.
    /// </summary>
    public async Task FollowAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        await TakeBelowAlongAsync(draft, cancellationToken);
        await table.TakeAlongAsync(draft.Entity.Id, draft.Entity.ProjectId, cancellationToken);
    }

    private async Task TakeBelowAlongAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var (id, from, to) = (draft.Entity.Id, draft.Original.ProjectId, draft.Entity.ProjectId);
        var below = await store.ListAsync(
            store.Rows<WorkPackageHierarchy>().Where(h => h.AncestorId == id && h.Depth > 0 && h.Descendant.ProjectId == from)
                .OrderBy(h => h.DescendantId)
                .Select(h => new
                {
                    Id = h.DescendantId, h.Descendant.TypeId, h.Descendant.Type.IsMilestone, h.Descendant.StatusId, h.Descendant.VersionId,
                    h.Descendant.CategoryId, Category = h.Descendant.Category!.Name,
                }),
            cancellationToken);
        if (below.Count == 0)
            return;
        var had = below.ConvertAll(w => new Belonging(w.TypeId, w.IsMilestone, w.StatusId, w.VersionId, w.CategoryId));
        var destination = await DestinationAsync(to, had, cancellationToken);
        try
        {
            var moved = below.Zip(had, (w, before) => new RelocatedWork(w.Id, to, destination.ReceiveAlong(before, w.Category))).ToList();
            await table.StoreAsync(moved, draft.Access.Viewer.UserId, draft.Now, cancellationToken);
            await tree.DeriveUpwardsAsync([.. moved.Select(w => w.Id)], cancellationToken);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    private async Task<Destination> DestinationAsync(long projectId, IReadOnlyCollection<Belonging> before, CancellationToken cancellationToken)
    {
        var project = store.Rows<Project>().Where(p => p.Id == projectId).Select(p => p.Id);
        var types = await store.ListAsync(
            store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types).OrderBy(t => t.Type.Position)
                .Select(t => new { t.TypeId, t.Type.IsMilestone }),
            cancellationToken);
        List<long> planned = [.. before.Select(w => w.VersionId).OfType<long>().Distinct()];
        var versions = await store.ListAsync(
            store.Rows<ProjectVersion>().Where(v => planned.Contains(v.Id)).AvailableIn(project, store).Select(v => v.Id), cancellationToken);
        var categories = await store.ListAsync(
            store.Rows<Category>().Where(c => c.ProjectId == projectId).OrderBy(c => c.Id).Select(c => new { c.Id, c.Name }), cancellationToken);
        return new Destination(
            [.. types.Select(t => (t.TypeId, t.IsMilestone))],
            versions.ToHashSet(),
            categories.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Id, StringComparer.Ordinal),
            await workflows.StatusesOfAsync([.. types.Select(t => t.TypeId)], cancellationToken));
    }
}
