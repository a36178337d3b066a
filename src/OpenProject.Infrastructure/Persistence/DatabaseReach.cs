using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Opens the database once, without the repetitions that help against transient faults: at a start they would only keep
/// the operator waiting for the reason.
/// </summary>
internal static class DatabaseReach
{
    private const int NoSuchDatabase = 4060;

    /// <summary>Whether the database, or at least the server it is to be made on, can be reached and read.</summary>
    /// <exception cref="StartRefused">It cannot.</exception>
    public static async Task CheckAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var connection = ConnectionOf(database);
        try
        {
            // It is not there before its first migration.
            if (connection is SqliteConnection && !File.Exists(connection.DataSource))
                return;
            await connection.OpenAsync(cancellationToken);

            // SQLite opens anything; it is the first question that tells whether the file is a database.
            await using var question = connection.CreateCommand();
            question.CommandText = connection is SqliteConnection ? "select count(*) from sqlite_master" : "select 1";
            await question.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException exception) when (IsOfFile(exception))
        {
            throw Unusable(connection.DataSource, exception);
        }
        catch (SqlException exception) when (exception.Number == NoSuchDatabase)
        {
            // Nor is it on a server.
        }
        catch (Exception exception) when (connection is not SqliteConnection && IsOfServer(exception))
        {
            throw Unreachable(connection.DataSource, exception);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    /// <summary>The connection, not opened.</summary>
    /// <exception cref="StartRefused">What is configured is no connection string.</exception>
    public static DbConnection ConnectionOf(DatabaseFacade database)
    {
        try
        {
            return database.GetDbConnection();
        }
        catch (ArgumentException exception)
        {
            throw new StartRefused($"Database:ConnectionString cannot be understood: {exception.Message}", exception);
        }
    }

    /// <summary>What the operator can do about a server that does not let us in.</summary>
    public static StartRefused Unreachable(string server, Exception exception) =>
        new($"The SQL Server '{server}' cannot be used: {exception.Message} Check that it runs and that Database:ConnectionString is right.", exception);

    /// <summary>Whether the fault lies in the server or the way to it.</summary>
    public static bool IsOfServer(Exception exception) => exception is SqlException or InvalidOperationException or NotSupportedException;

    /// <summary>What the operator can do about a file that cannot be used.</summary>
    public static StartRefused Unusable(string file, Exception exception) =>
        new($"The database file '{file}' cannot be used: {exception.Message} Make its folder writable for the server, or set Data:Directory to one that is.", exception);

    /// <summary>Whether the fault lies in the file or its folder, not in what was asked of it.</summary>
    public static bool IsOfFile(Exception exception) => exception is UnauthorizedAccessException or IOException or SqliteException
    {
        SqliteErrorCode: 8 /* read-only */ or 10 /* I/O */ or 11 /* corrupt */ or 13 /* full */ or 14 /* cannot open */ or 26 /* no database */,
    };
}
