using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Projects;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>The tree over the closure table <c>project_hierarchies</c>.</summary>
internal sealed class ProjectTree(OpenProjectDbContext context, IWorkPackageTree workPackages, CustomReferences customReferences) : IProjectTree
{
    private readonly ClosureTable closure = new(context, "projects", "project_hierarchies");

    private DbSet<ProjectHierarchy> Pairs => context.Set<ProjectHierarchy>();

    private DbSet<WorkPackage> WorkPackages => context.Set<WorkPackage>();

    public Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken) =>
        closure.PlantAsync(id, parentId, cancellationToken);

    public Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken) =>
        closure.MoveAsync(id, parentId, cancellationToken);

    public async Task FellAsync(long id, CancellationToken cancellationToken)
    {
        var felled = Pairs.Where(p => p.AncestorId == id).Select(p => p.DescendantId);
        await FellWorkPackagesAsync(id, felled, cancellationToken);
        await FellMembershipsAsync(felled, cancellationToken);
        await FellProjectsAsync(id, felled, cancellationToken);
    }

    private async Task FellWorkPackagesAsync(long id, IQueryable<long> felled, CancellationToken cancellationToken)
    {
        var branches = context.Set<WorkPackageHierarchy>();
        var gone = branches.Where(p => felled.Contains(p.Ancestor.ProjectId)).Select(p => p.DescendantId);
        var bereft = await WorkPackages
            .Where(w => gone.Contains(w.Id) && w.ParentId != null && !gone.Contains(w.ParentId.Value))
            .Select(w => w.ParentId!.Value).Distinct().ToListAsync(cancellationToken);

        // Pairs and relations must go before the rows they refer to, but pairs tell which rows go: so these all come into the project before.
        await WorkPackages.Where(w => gone.Contains(w.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.ProjectId, id).SetProperty(w => w.ParentId, (long?)null), cancellationToken);
        await context.Set<Relation>().Where(r => r.From.ProjectId == id || r.To.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await branches.Where(p => p.Descendant.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await WorkPackages.Where(w => w.ProjectId == id).ExecuteDeleteAsync(cancellationToken);

        // Topics that moved elsewhere may still refer to documents of the project.
        await context.Set<BcfDocumentReference>().Where(r => felled.Contains(r.Document!.ProjectId)).ExecuteDeleteAsync(cancellationToken);

        // Versions are shared with other projects.
        await WorkPackages.Where(w => felled.Contains(w.Version!.ProjectId))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.VersionId, (long?)null), cancellationToken);
        var versions = await context.Set<ProjectVersion>().Where(v => felled.Contains(v.ProjectId)).Select(v => v.Id).ToListAsync(cancellationToken);
        await customReferences.DropVersionsAsync(versions, cancellationToken);
        await workPackages.DeriveUpwardsAsync(bereft, cancellationToken);
    }

    private async Task FellMembershipsAsync(IQueryable<long> felled, CancellationToken cancellationToken)
    {
        // What is inherited refers to what it comes from.
        var memberships = context.Set<Membership>().Where(m => m.ProjectId != null && felled.Contains(m.ProjectId.Value));
        await context.Set<MembershipRole>().Where(r => r.InheritedFromId != null && memberships.Select(m => m.Id).Contains(r.MembershipId))
            .ExecuteDeleteAsync(cancellationToken);
        await memberships.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task FellProjectsAsync(long id, IQueryable<long> felled, CancellationToken cancellationToken)
    {
        var projects = context.Set<Project>();
        await projects.Where(p => p.Id != id && felled.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, id), cancellationToken);
        await Pairs.Where(p => p.DescendantId == id || p.Descendant.ParentId == id).ExecuteDeleteAsync(cancellationToken);
        await projects.Where(p => p.ParentId == id).ExecuteDeleteAsync(cancellationToken);
        await projects.Where(p => p.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
