using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Tells changed work packages their latest journals, so that changes that follow each other closely become one activity.</summary>
internal static class RunningJournals
{
    /// <summary>Loads those of all tracked work packages that the next save changes; one statement, or none.</summary>
    public static async Task LoadAsync(DbContext context, CancellationToken cancellationToken)
    {
        var customized = context.ChangeTracker.Entries<CustomValue>()
            .Where(entry => entry.State != EntityState.Unchanged && entry.Metadata.FindOwnership()!.PrincipalEntityType.ClrType == typeof(WorkPackage))
            .Select(entry => (long)entry.Property(CustomValueStorage.OwnerId).CurrentValue!).ToHashSet();
        var changed = context.ChangeTracker.Entries<WorkPackage>()
            .Where(entry => entry.State == EntityState.Modified || (entry.State == EntityState.Unchanged && customized.Contains(entry.Entity.Id)))
            .Select(entry => entry.Entity).ToDictionary(workPackage => workPackage.Id);
        if (changed.Count == 0)
            return;
        List<long> ids = [.. changed.Keys];
        var latest = await context.Set<WorkPackageJournal>().AsTracking()
            .Where(journal => ids.Contains(journal.WorkPackageId) && journal.Version == journal.WorkPackage.JournalVersion)
            .ToListAsync(cancellationToken);
        foreach (var journal in latest)
            changed[journal.WorkPackageId].Continue(journal);
    }
}
