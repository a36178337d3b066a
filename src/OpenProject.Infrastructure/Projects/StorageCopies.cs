using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies which storages a project uses, and the links of its work packages to files there. In the storages nothing is done.</summary>
internal sealed class StorageCopies(OpenProjectDbContext context, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const int BatchSize = 250;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task CopyAsync(long sourceId, long targetId, long userId, CancellationToken cancellationToken)
    {
        var used = await context.Set<ProjectStorage>().Where(p => p.ProjectId == sourceId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        context.AddRange(used.Select(p => ProjectStorage.Create(targetId, p.StorageId, p.FolderId, userId, Now)));
        await unitOfWork.SaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    public async Task CopyLinksAsync(long sourceId, CopiedIds copies, long userId, CancellationToken cancellationToken)
    {
        var used = context.Set<ProjectStorage>().Where(p => p.ProjectId == sourceId);
        var links = await context.Set<FileLink>().Where(l => l.WorkPackage.ProjectId == sourceId && used.Any(p => p.StorageId == l.StorageId))
            .OrderBy(l => l.Id).ToListAsync(cancellationToken);
        // What has come since the work packages were read stays where it is.
        foreach (var batch in links.Where(l => copies.WorkPackages.ContainsKey(l.WorkPackageId)).Chunk(BatchSize))
        {
            context.AddRange(batch.Select(link => link.CopyTo(copies.WorkPackages[link.WorkPackageId], userId, Now)));
            await unitOfWork.SaveAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }
}
