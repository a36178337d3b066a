using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>
/// Copies the work packages of a project, level by level, as children name their parent; then what is between them and what
/// hangs on them. Of all, the ids are remembered.
/// </summary>
internal sealed class WorkPackageCopies(
    OpenProjectDbContext context, BatchedCopies batches, IReadStore store, IWorkPackageTree tree, FileCopies files, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task CopyAsync(
        long sourceId, long targetId, CopiedIds copies, CopiedParts parts, Copier copier, CancellationToken cancellationToken)
    {
        // A hundred copies are no news to those who are assigned them, as nothing has happened to anybody's work.
        if (!parts.Notifies)
            actor.KeepQuiet();
        var target = store.Rows<Domain.Projects.Project>().Where(p => p.Id == targetId).Select(p => p.Id);
        var among = new Surroundings(
            targetId,
            copier,
            copies,
            [.. await WorkPackageTargets.AssignableIn(targetId, store).Select(m => m.PrincipalId).Distinct().ToListAsync(cancellationToken)],
            [.. await store.Rows<ProjectVersion>().AvailableIn(target, store).Select(v => v.Id).ToListAsync(cancellationToken)],
            [.. await context.Set<CustomField>().Where(f => f.Format == CustomFieldFormat.Version).Select(f => f.Id).ToListAsync(cancellationToken)],
            await PlannedAsync(sourceId, cancellationToken));
        var rows = await context.Set<WorkPackage>().Where(w => w.ProjectId == sourceId).OrderBy(w => w.Id)
            .Select(w => new { w.Id, ParentId = w.Parent!.ProjectId == sourceId ? w.ParentId : null }).ToListAsync(cancellationToken);
        var below = rows.ToLookup(row => row.ParentId ?? 0, row => row.Id);
        for (var level = below[0].ToList(); level.Count > 0; level = [.. level.SelectMany(id => below[id])])
        {
            foreach (var batch in level.Chunk(BatchedCopies.Size))
                await CopyAsync(batch, among, cancellationToken);
        }

        await new ClosureTable(context, "work_packages", "work_package_hierarchies").PlantProjectAsync(targetId, cancellationToken);
        await CopyRelationsAsync(sourceId, copies, cancellationToken);
        foreach (var batch in copies.WorkPackages.Values.Chunk(BatchedCopies.Size))
            await tree.DeriveUpwardsAsync(batch, cancellationToken);
        if (parts.Attachments)
        {
            await files.CopyAsync(
                context.Set<Attachment>().Where(a => a.WorkPackage!.ProjectId == sourceId && a.ActivityId == null),
                a => copies.WorkPackages.TryGetValue(a.WorkPackageId!.Value, out var to) ? a.CopyTo(to, copier.UserId, Now) : null,
                cancellationToken);
        }
    }

    // Those whose dates something in the project implies, so that the same thing implies them in the copy.
    private async Task<HashSet<long>> PlannedAsync(long sourceId, CancellationToken cancellationToken)
    {
        var parents = context.Set<WorkPackage>().Where(w => w.ProjectId == sourceId && w.Parent!.ProjectId == sourceId).Select(w => w.ParentId!.Value);
        var followers = context.Set<Relation>().Where(r => r.Type == RelationType.Follows && r.From.ProjectId == sourceId && r.To.ProjectId == sourceId).Select(r => r.FromId);
        return [.. await parents.Union(followers).ToListAsync(cancellationToken)];
    }

    private async Task CopyAsync(long[] ids, Surroundings among, CancellationToken cancellationToken)
    {
        var sources = await context.Set<WorkPackage>().Where(w => ids.Contains(w.Id)).OrderBy(w => w.Id).ToListAsync(cancellationToken);
        await batches.CopyBatchAsync(sources, source => among.Copy(source, Now), among.Copies.WorkPackages, cancellationToken);
    }

    private Task CopyRelationsAsync(long sourceId, CopiedIds copies, CancellationToken cancellationToken) => batches.CopyAsync(
        context.Set<Relation>().Where(r => r.From.ProjectId == sourceId && r.To.ProjectId == sourceId),
        relation =>
        {
            // What has come since the work packages were read stays where it is.
            if (!copies.WorkPackages.TryGetValue(relation.FromId, out var from) || !copies.WorkPackages.TryGetValue(relation.ToId, out var to))
                return null;
            var copy = Relation.Create(from, to, relation.Type, relation.Lag);
            copy.Describe(relation.Description);
            return copy;
        },
        cancellationToken);

    /// <summary>What copies find in their project.</summary>
    private sealed record Surroundings(
        long ProjectId,
        Copier Copier,
        CopiedIds Copies,
        HashSet<long> Assignable,
        HashSet<long> Versions,
        HashSet<long> VersionFields,
        HashSet<long> Planned)
    {
        public WorkPackage Copy(WorkPackage source, DateTime now)
        {
            var copy = source.CopyTo(ProjectId, Copier.UserId, now, Copier.HiddenFieldIds);
            copy.PlanFor(VersionOf(source.VersionId));
            copy.FileUnder(source.CategoryId is { } category && Copies.Categories.TryGetValue(category, out var own) ? own : null);
            copy.MoveBelow(source.ParentId is { } parent && Copies.WorkPackages.TryGetValue(parent, out var above) ? above : null);
            copy.AssignTo(Present(source.AssigneeId));
            copy.MakeResponsible(Present(source.ResponsibleId));
            if (!Planned.Contains(source.Id))
                copy.PlanByHand(scheduleManually: true);
            foreach (var field in copy.CustomValues.Where(v => VersionFields.Contains(v.FieldId)).GroupBy(v => v.FieldId).ToList())
                copy.Customize(field.Key, [.. field.OrderBy(v => v.Position).Select(v => VersionOf(v.ReferenceId)).OfType<long>().Select(CustomValue.To)]);
            return copy;
        }

        private long? Present(long? principalId) => principalId is { } id && Assignable.Contains(id) ? id : null;

        // The copy of a version of the project; one of another project, where the copy may use it too.
        private long? VersionOf(long? versionId) => versionId is not { } id ? null
            : Copies.Versions.TryGetValue(id, out var copy) ? copy
            : Versions.Contains(id) ? id
            : null;
    }
}
