using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Migrates and seeds, one process at a time; the seeder looks again inside its transaction.</summary>
internal sealed class EfDatabase(OpenProjectDbContext context, ISeeder seeder) : IDatabase
{
    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var turn = await MigrationLock.AcquireAsync(context, cancellationToken);
        if ((await PendingAsync(cancellationToken)).Any())
            await context.Database.MigrateAsync(cancellationToken);
        await seeder.SeedAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await context.Database.CanConnectAsync(cancellationToken) && !(await PendingAsync(cancellationToken)).Any();

    private Task<IEnumerable<string>> PendingAsync(CancellationToken cancellationToken) =>
        context.Database.GetPendingMigrationsAsync(cancellationToken);
}
