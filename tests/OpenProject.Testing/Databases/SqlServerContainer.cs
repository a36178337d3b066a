using DotNet.Testcontainers.Builders;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace OpenProject.Testing.Databases;

/// <summary>
/// The SQL Server of this test process: that of the connection string in <c>TEST_SQLSERVER</c>, or a container, which starts
/// when the first database is wanted and goes at the end of the process.
/// </summary>
public static class SqlServerContainer
{
    // The release the product supports, at one update, so that a run is the same everywhere.
    private const string Image = "mcr.microsoft.com/mssql/server:2022-CU14-ubuntu-22.04";

    // What docs/operations.md recommends.
    private const string Collation = "Latin1_General_100_CI_AS";

    private static readonly Lazy<(MsSqlContainer? Container, string? Absence)> Engine = new(FindEngine);
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>Why there is no SQL Server here; null when there is one, or an engine that can run it.</summary>
    public static string? Absence => GivenServer is null ? Engine.Value.Absence : null;

    /// <summary>Whether a run without SQL Server has failed, <c>REQUIRE_SQLSERVER=1</c>, instead of leaving its tests out.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_SQLSERVER") is "1" or "true";

    private static string? GivenServer =>
        Environment.GetEnvironmentVariable("TEST_SQLSERVER") is { } given && !string.IsNullOrWhiteSpace(given) ? given : null;

    /// <summary>The connection string of a database that is not there yet; whoever migrates it makes it.</summary>
    /// <exception cref="InvalidOperationException">There is no SQL Server; see <see cref="Absence"/>.</exception>
    public static async Task<string> NewDatabaseAsync() =>
        new SqlConnectionStringBuilder(await Server.Value) { InitialCatalog = $"openproject_test_{Guid.NewGuid():N}" }.ConnectionString;

    /// <summary>Removes a database of <see cref="NewDatabaseAsync"/>, whoever is still connected; nothing happens when it was never made.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        await using var connection = new SqlConnection(await Server.Value);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            IF DB_ID(N'{name}') IS NOT NULL
            BEGIN
                ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
                DROP DATABASE [{name}];
            END
            """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Removes the container, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (Server.IsValueCreated && Engine is { IsValueCreated: true, Value.Container: { } container })
            await container.DisposeAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (GivenServer is { } given)
        {
            // One that cannot be reached is told from what its server says before any host is built on it.
            await using var connection = new SqlConnection(given);
            await connection.OpenAsync();
            return given;
        }

        if (Engine.Value.Container is not { } container)
            throw new InvalidOperationException(Absence);
        await container.StartAsync();
        return container.GetConnectionString();
    }

    private static (MsSqlContainer? Container, string? Absence) FindEngine()
    {
        try
        {
            return (new MsSqlBuilder(Image).WithEnvironment("MSSQL_COLLATION", Collation).Build(), null);
        }
        catch (DockerUnavailableException exception)
        {
            var reason = exception.Message.Split('\n')[0].TrimEnd();
            return (null, $"No SQL Server: TEST_SQLSERVER names none and no container engine runs here. {reason}");
        }
    }
}
