using Microsoft.EntityFrameworkCore;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Counts in the row itself, which the statement locks.</summary>
internal sealed class WorkPackageHistory(OpenProjectDbContext context) : IWorkPackageHistory
{
    public Task AdvanceAsync(long id, DateTime now, CancellationToken cancellationToken) =>
        context.Set<WorkPackage>().Where(w => w.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.JournalVersion, w => w.JournalVersion + 1).SetProperty(w => w.UpdatedAt, now), cancellationToken);
}
