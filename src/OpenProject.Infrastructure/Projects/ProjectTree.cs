using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Projects;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>The closure table <c>project_hierarchies</c>, and the removal of a workspace with all that belongs to it.</summary>
internal sealed class ProjectTree(OpenProjectDbContext context) : IProjectTree
{
    private static readonly ClosureSql Closure = new("project_hierarchies");

    /// <inheritdoc/>
    public Task PlantAsync(long id, long? parentId, CancellationToken cancellationToken) => Closure.PlantAsync(context, id, parentId, cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(long id, long? parentId, CancellationToken cancellationToken) => Closure.MoveAsync(context, id, parentId, cancellationToken);

    /// <inheritdoc/>
    public async Task FellAsync(long id, CancellationToken cancellationToken)
    {
        var work = context.Set<WorkPackage>().Where(w => w.ProjectId == id);
        // Children in other projects become roots of their own; their closure rows above this project go with it.
        await context.Set<WorkPackageHierarchy>().Where(h => h.Descendant.ProjectId == id || h.Ancestor.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<WorkPackage>().Where(w => w.Parent!.ProjectId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ParentId, (long?)null), cancellationToken);
        await context.Set<WorkPackageJournal>().Where(j => j.WorkPackage.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await work.ExecuteDeleteAsync(cancellationToken);
        await context.Set<WorkPackage>().Where(w => w.Version!.ProjectId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.VersionId, (long?)null), cancellationToken);
        await context.Set<ProjectVersion>().Where(v => v.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Category>().Where(c => c.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<MembershipRole>().Where(r => context.Set<Membership>().Any(m => m.Id == r.MembershipId && m.ProjectId == id)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Membership>().Where(m => m.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Favorite>().Where(f => f.ProjectId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ProjectHierarchy>().Where(h => h.DescendantId == id || h.AncestorId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Project>().Where(p => p.ParentId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, (long?)null), cancellationToken);
        await context.Set<Project>().Where(p => p.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
