using Microsoft.EntityFrameworkCore;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>
/// One process at a time seeds. SQLite's transaction is the lock itself, as it has one writer; on SQL Server two could
/// both find the tables empty, so the transaction takes an application lock, which ends with it.
/// </summary>
internal static class SeedLock
{
    private const int PatienceInSeconds = 120;

    /// <summary>Takes the lock, in a transaction.</summary>
    public static readonly string Statement =
        $"""
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'openproject_seed', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = {PatienceInSeconds * 1000};
        IF @granted < 0 THROW 50000, N'Another process seeds the database and does not come to an end.', 1;
        """;

    public static async Task TakeAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        if (context is not SqlServerDbContext)
            return;

        // The usual timeout of a command would end the wait before the lock's own, and be taken for a transient fault.
        var usual = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(2 * PatienceInSeconds);
        try
        {
            await context.Database.ExecuteSqlRawAsync(Statement, cancellationToken);
        }
        finally
        {
            context.Database.SetCommandTimeout(usual);
        }
    }
}
