using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OpenProject.Application.Common;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// Keeps with each work package whether its status is an open one: an index can have what is in its row, and of another row
/// nothing. Every save comes by here, and so does the one statement that gives many work packages other statuses.
/// </summary>
internal sealed class StatusKinds(IChangeSignal signal, TimeProvider clock)
{
    private readonly ShortMemory<int, HashSet<long>> memory = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), most: 1);

    /// <summary>Tells the work packages to which the next save gives a status; one statement in a while, or none.</summary>
    /// <param name="changes">What the save stores.</param>
    /// <param name="context">Where it is tracked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(IEnumerable<EntityEntry> changes, DbContext context, CancellationToken cancellationToken)
    {
        var moved = changes.Where(entry => entry.Entity is WorkPackage
            && (entry.State == EntityState.Added || (entry.State == EntityState.Modified && entry.Property(nameof(WorkPackage.StatusId)).IsModified))).ToList();
        if (moved.Count == 0)
            return;
        var closed = await ClosedAsync(context, cancellationToken);
        foreach (var entry in moved)
            entry.Property(nameof(WorkPackage.StatusKind)).CurrentValue = closed.Contains(((WorkPackage)entry.Entity).StatusId) ? StatusKind.Closed : StatusKind.Open;
    }

    /// <summary>Corrects those that a statement has given another status.</summary>
    public static async Task CorrectAsync(OpenProjectDbContext context, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var (given, closed) = (context.Set<WorkPackage>().Where(w => ids.Contains(w.Id)), context.Set<Status>().Where(s => s.IsClosed).Select(s => s.Id));
        await given.Where(w => w.StatusKind == StatusKind.Open && closed.Contains(w.StatusId))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StatusKind, StatusKind.Closed), cancellationToken);
        await given.Where(w => w.StatusKind == StatusKind.Closed && !closed.Contains(w.StatusId))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StatusKind, StatusKind.Open), cancellationToken);
    }

    private async Task<HashSet<long>> ClosedAsync(DbContext context, CancellationToken cancellationToken)
    {
        var moment = memory.Now;
        if (memory.TryGet(0, out var known))
            return known;
        var closed = await context.Set<Status>().Where(s => s.IsClosed).Select(s => s.Id).ToHashSetAsync(cancellationToken);
        memory.Put(0, closed, moment);
        return closed;
    }
}
