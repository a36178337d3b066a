using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Migrates and seeds. EF's migration lock lets one process migrate at a time; the seeder looks again inside its transaction.</summary>
internal sealed class EfDatabase(OpenProjectDbContext context, ISeeder seeder) : IDatabase
{
    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite() && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource is { Length: > 0 } file && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        if ((await PendingAsync(cancellationToken)).Count > 0)
            await context.Database.MigrateAsync(cancellationToken);
        await seeder.SeedAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await context.Database.CanConnectAsync(cancellationToken) && (await PendingAsync(cancellationToken)).Count == 0;

    private async Task<List<string>> PendingAsync(CancellationToken cancellationToken) =>
        [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
}
