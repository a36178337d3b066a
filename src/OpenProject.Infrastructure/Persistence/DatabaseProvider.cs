namespace OpenProject.Infrastructure.Persistence;

/// <summary>The databases the server can keep its data in; equals but for where they run.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one file in the data directory.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server 2022 or Azure SQL.</summary>
    SqlServer,
}
