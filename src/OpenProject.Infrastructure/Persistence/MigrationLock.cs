using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// One process at a time prepares a SQLite file. A lock on a file beside it goes with the process that holds it; the row
/// EF locks with would stay behind one that was killed, and keep every later start waiting. For SQL Server see
/// <see cref="SqlServerMigrationLock"/>.
/// </summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn; null where none is needed.</summary>
    /// <exception cref="StartRefused">The folder of the file cannot be made or written, or the server cannot be reached.</exception>
    public static async Task<IDisposable?> AcquireAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        var connection = DatabaseReach.ConnectionOf(context.Database);
        if (context is SqlServerDbContext)
            return await SqlServerMigrationLock.AcquireAsync(context.Database.GetConnectionString()!, cancellationToken);
        if (connection is not SqliteConnection { DataSource: { Length: > 0 } source } || source == ":memory:")
            return null;

        var file = Path.GetFullPath(source);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            for (;;)
            {
                if (TryOpen(file + ".lock") is { } turn)
                    return turn;
                await Task.Delay(Pause, cancellationToken);
            }
        }
        catch (Exception exception) when (DatabaseReach.IsOfFile(exception))
        {
            throw DatabaseReach.Unusable(file, exception);
        }
    }

    /// <summary>Removes the row of a process that was killed while it migrated; only for the holder of the turn.</summary>
    public static async Task ForgetAbandonedAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync("drop table if exists \"__EFMigrationsLock\"", cancellationToken);
    }

    private static FileStream? TryOpen(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
        {
            return null;
        }
    }

    // A sharing violation: EWOULDBLOCK of flock on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldByAnother(IOException exception) =>
        exception.GetType() == typeof(IOException) && (exception.HResult & 0xFFFF) is 11 or 35 or 32;
}
