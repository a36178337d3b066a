using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// One process at a time prepares a SQLite file. A lock on a file beside it goes with the process that holds it; the row
/// EF locks with would stay behind one that was killed, and keep every later start waiting. On SQL Server EF's lock
/// belongs to a session of the server and does the same.
/// </summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn; null where none is needed.</summary>
    public static async Task<IDisposable?> AcquireAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection { DataSource: { Length: > 0 } file } || file == ":memory:")
            return null;

        file = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (;;)
        {
            try
            {
                return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
