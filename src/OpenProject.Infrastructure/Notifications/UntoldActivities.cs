using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>Which activities of a save people have still to be told of.</summary>
internal static class UntoldActivities
{
    /// <summary>
    /// Notes it on new and changed activities. What was read as untold may have been told since, so a change writes that it is
    /// untold, although nothing seems to have changed. Of what happens quietly nobody is told, and what was told stays so.
    /// </summary>
    public static void Prepare(OpenProjectDbContext context, DateTime now)
    {
        foreach (var entry in context.ChangeTracker.Entries<WorkPackageJournal>())
        {
            var told = entry.Property(journal => journal.NotifiedAt);
            if (entry.State == EntityState.Added && context.IsQuiet)
                told.CurrentValue = now;
            else if (entry.State != EntityState.Modified)
                continue;
            else if (context.IsQuiet)
                told.CurrentValue = told.OriginalValue;
            else if (told.CurrentValue is null)
                told.IsModified = true;
        }
    }
}
