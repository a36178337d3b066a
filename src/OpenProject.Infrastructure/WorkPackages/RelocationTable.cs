using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>The statements by which work packages follow another one to its project.</summary>
internal sealed class RelocationTable(OpenProjectDbContext context) : IRelocationTable
{
    public Task StoreAsync(IReadOnlyList<RelocatedWork> moved, long actorId, DateTime now, CancellationToken cancellationToken) =>
        new WorkPackageChanges(context, RelocatedRow.Columns, RelocatedRow.Attributes).StoreAsync(moved.Select(RelocatedRow.Of), actorId, now, cancellationToken);
}
