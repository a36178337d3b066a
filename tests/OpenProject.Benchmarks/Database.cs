using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>The server's database file, opened as the server opens it.</summary>
internal static class Database
{
    public static string ConnectionString(string directory) => $"Data Source={Path.Combine(directory, "openproject.db")}";

    public static SqliteConnection Open(string directory)
    {
        var connection = new SqliteConnection(ConnectionString(directory));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
        command.ExecuteNonQuery();
        return connection;
    }
}
