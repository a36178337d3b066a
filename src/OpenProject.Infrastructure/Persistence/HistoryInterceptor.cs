using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Domain.Common;
using OpenProject.Infrastructure.Notifications;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Before each save: notes the time of the change on changed aggregates, counts their lock version up and adds the journal
/// row of each journaled one, so that all are stored by the same save.
/// </summary>
internal sealed class HistoryInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((OpenProjectDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Record((OpenProjectDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(OpenProjectDbContext context)
    {
        // Each look at the entries finds out anew what has changed.
        var entries = context.ChangeTracker.Entries().ToList();
        var parents = new Lazy<ILookup<(IEntityType Type, string Key), EntityEntry>>(() => entries.Where(entry => entry.Metadata.FindPrimaryKey() is not null)
            .ToLookup(entry => KeyOf(entry, entry.Metadata, entry.Metadata.FindPrimaryKey()!.Properties)));
        var roots = entries
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => RootOf(entry, parents))
            .Where(root => root.State is EntityState.Added or EntityState.Modified or EntityState.Unchanged)
            .DistinctBy(root => root.Entity, ReferenceEqualityComparer.Instance)
            .ToList();

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var root in roots)
        {
            if (root is { Entity: ITimestamped timestamped, State: not EntityState.Added })
                timestamped.Touch(now);

            if (root is { Entity: ILockVersioned, State: not EntityState.Added })
            {
                var version = root.Property(nameof(ILockVersioned.LockVersion));
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }

            if (root.Entity is IJournaled journaled)
                AddJournal(context, root, journaled, now);
        }

        UntoldActivities.Prepare(context, now);
    }

    private static void AddJournal(OpenProjectDbContext context, EntityEntry root, IJournaled journaled, DateTime now)
    {
        var actor = context.ActorId
            ?? throw new InvalidOperationException($"Nobody acts: a change of {root.Metadata.ClrType.Name} needs an author for its journal.");
        if (journaled.TakeJournal(actor, now, context.Agent) is not { } journal)
            return;

        var entry = context.Add(journal);
        if (root.State == EntityState.Added)
            ReferToUnstored(entry, root);
    }

    // An aggregate that is not stored yet has a temporary key; a foreign key that holds the same one is fixed up with it.
    private static void ReferToUnstored(EntityEntry journal, EntityEntry root)
    {
        var key = journal.Metadata.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.IsAssignableFrom(root.Metadata))
            ?? throw new InvalidOperationException($"{journal.Metadata.ClrType.Name} has no foreign key to {root.Metadata.ClrType.Name}.");
        var id = root.Property(key.PrincipalKey.Properties[0].Name);
        var reference = journal.Property(key.Properties[0].Name);
        reference.CurrentValue = id.CurrentValue;
        reference.IsTemporary = id.IsTemporary;
    }

    // Owned parts, and children that are always loaded with their aggregate, count as a change of the aggregate.
    private static EntityEntry RootOf(EntityEntry entry, Lazy<ILookup<(IEntityType Type, string Key), EntityEntry>> parents)
    {
        var part = entry.Metadata.GetForeignKeys().FirstOrDefault(key => key.IsOwnership || key.PrincipalToDependent?.IsEagerLoaded == true);
        return part is not null && parents.Value[KeyOf(entry, part.PrincipalEntityType, part.Properties)].FirstOrDefault() is { } parent
            ? RootOf(parent, parents)
            : entry;
    }

    private static (IEntityType Type, string Key) KeyOf(EntityEntry entry, IEntityType type, IReadOnlyList<IProperty> properties) =>
        (type.GetRootType(), string.Join('|', properties.Select(property => entry.Property(property.Name).CurrentValue)));
}
