using OpenProject.Application.Common;
using OpenProject.Application.Versions;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Versions;

/// <summary>The statements that take work packages out of versions.</summary>
internal sealed class PlannedWork(OpenProjectDbContext context, ICurrentActor actor, CustomReferences customReferences) : IPlannedWork
{
    public Task DetachAsync(IReadOnlyCollection<long> ids, long actorId, DateTime now, CancellationToken cancellationToken) =>
        new WorkPackageChanges(context, actor, DetachedRow.Columns, DetachedRow.Attributes).StoreAsync(ids.Select(id => new DetachedRow(id)), actorId, now, cancellationToken);

    public Task ForgetAsync(long versionId, CancellationToken cancellationToken) => customReferences.DropVersionsAsync([versionId], cancellationToken);
}
