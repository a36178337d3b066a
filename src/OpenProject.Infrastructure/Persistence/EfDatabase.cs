using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Identity;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Migrates and seeds, one process at a time; the seeder looks again inside its transaction.</summary>
internal sealed class EfDatabase(OpenProjectDbContext context, ISeeder seeder, DataProtectionKeys keys) : IDatabase
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var turn = await MigrationLock.AcquireAsync(context, cancellationToken);
        if (!await IsCurrentAsync(cancellationToken))
        {
            await MigrationLock.ForgetAbandonedAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            await WordIndex.PrepareAsync(context, cancellationToken);
        }

        // What is seeded may be kept secret.
        keys.Prepare();
        await seeder.SeedAsync(cancellationToken);
    }

    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await DatabaseReach.CheckAsync(context.Database, cancellationToken);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var known = context.Database.GetMigrations().ToList();
        if (applied.Except(known).Max(StringComparer.Ordinal) is { } unknown)
            throw Refused(unknown, known);
        return applied.Count == known.Count && await WordIndex.IsCompleteAsync(context, cancellationToken);
    }

    // Migrations are called by the moment of their making. Earlier ones are gone where one has been made anew, as before the first release.
    private static StartRefused Refused(string unknown, List<string> known) => new(
        known.Count > 0 && string.CompareOrdinal(unknown, known[^1]) < 0
            ? $"An earlier version of the server made this database (migration {unknown}), and there is no way from it to this one ({known[^1]}). Start that version, or begin with a new database."
            : $"A newer version of the server made this database (migration {unknown}). Start that version, or restore a backup from before it.");
}
