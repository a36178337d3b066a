using Microsoft.EntityFrameworkCore;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>
/// One process at a time seeds. SQLite's transaction is the lock itself, as it has one writer; on SQL Server two could
/// both find the tables empty, so the transaction takes an application lock, which ends with it.
/// </summary>
internal static class SeedLock
{
    private const string Statement =
        """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'openproject_seed', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 120000;
        IF @granted < 0 THROW 50000, N'Another process seeds the database and does not come to an end.', 1;
        """;

    public static Task TakeAsync(OpenProjectDbContext context, CancellationToken cancellationToken) =>
        context.Database.IsSqlServer() ? context.Database.ExecuteSqlRawAsync(Statement, cancellationToken) : Task.CompletedTask;
}
