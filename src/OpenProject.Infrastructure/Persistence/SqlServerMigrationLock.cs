using Microsoft.Data.SqlClient;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// One process at a time prepares a SQL Server database. EF's own lock lies inside of it, too late for two that both want
/// to make it; and who makes it must be alone in it to switch row versions on. So this lock is held in <c>master</c>, by
/// a session that ends with its process.
/// </summary>
internal static class SqlServerMigrationLock
{
    private const int PermissionDenied = 229;
    private const int NotAUserThere = 916;
    private const int CannotOpen = 4060;
    private const int LoginFailed = 18456;

    /// <summary>Parameter: <c>@database</c>.</summary>
    public const string Statement =
        """
        DECLARE @resource nvarchar(255) = N'openproject_migrate ' + @database, @granted int;
        EXEC @granted = sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = -1;
        IF @granted < 0 THROW 50000, N'The lock for the migration of the database was not granted.', 1;
        """;

    /// <summary>Waits for the turn; null where the login may not enter master, and so cannot make a database either.</summary>
    /// <exception cref="StartRefused">The server cannot be reached.</exception>
    public static async Task<IDisposable?> AcquireAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = new SqlConnectionStringBuilder(connectionString);

        // A pooled session would keep the lock after it is given back.
        var master = new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master", Pooling = false };
        var connection = new SqlConnection(master.ConnectionString);
        var held = false;
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new SqlCommand(Statement, connection) { CommandTimeout = 0 };
            command.Parameters.AddWithValue("@database", target.InitialCatalog);
            await command.ExecuteNonQueryAsync(cancellationToken);
            held = true;
            return connection;
        }
        catch (SqlException exception) when (exception.Number is PermissionDenied or NotAUserThere or CannotOpen or LoginFailed)
        {
            return null;
        }
        catch (Exception exception) when (DatabaseReach.IsOfServer(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw DatabaseReach.Unreachable(connection.DataSource, exception);
        }
        finally
        {
            if (!held)
                await connection.DisposeAsync();
        }
    }
}
