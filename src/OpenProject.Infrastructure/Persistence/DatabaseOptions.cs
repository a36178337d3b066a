using System.ComponentModel.DataAnnotations;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Section <c>Database</c>.</summary>
public sealed record DatabaseOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for SQL Server; on SQLite it replaces the file in the data directory.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether the server brings the schema up to date when it starts; unset means yes on SQLite, no on SQL Server.</summary>
    public bool? MigrateOnStart { get; init; }

    /// <summary>Durability of a commit; SQLite only.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>Whether a server with these settings brings the schema up to date itself.</summary>
    public bool MigratesItself => MigrateOnStart ?? Provider == DatabaseProvider.Sqlite;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("Database:Provider is SqlServer, which needs Database:ConnectionString.");
    }
}
