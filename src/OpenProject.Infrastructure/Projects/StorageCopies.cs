using OpenProject.Domain.FileLinks;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies which storages a project uses, and the links of its work packages to files there. In the storages nothing is done.</summary>
internal sealed class StorageCopies(OpenProjectDbContext context, BatchedCopies batches, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task CopyAsync(long sourceId, long targetId, long userId, CancellationToken cancellationToken) => batches.CopyAsync(
        context.Set<ProjectStorage>().Where(p => p.ProjectId == sourceId),
        used => ProjectStorage.Create(targetId, used.StorageId, used.FolderId, userId, Now),
        cancellationToken);

    public Task CopyLinksAsync(long sourceId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var used = context.Set<ProjectStorage>().Where(p => p.ProjectId == sourceId);
        // What has come since the work packages were read stays where it is.
        return batches.CopyAsync(
            context.Set<FileLink>().Where(l => l.WorkPackage.ProjectId == sourceId && used.Any(p => p.StorageId == l.StorageId)),
            link => copies.WorkPackages.TryGetValue(link.WorkPackageId, out var to) ? link.CopyTo(to, userId, Now) : null,
            cancellationToken);
    }
}
