using Microsoft.Data.Sqlite;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Where the embedded database lies.</summary>
internal static class SqliteFile
{
    /// <summary>The configured connection string, or the file <c>openproject.db</c> in the data directory.</summary>
    public static string ConnectionString(DatabaseOptions database, DataOptions data) =>
        string.IsNullOrWhiteSpace(database.ConnectionString)
            ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Directory, "openproject.db") }.ToString()
            : database.ConnectionString;
}
