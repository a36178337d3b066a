using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>How the model meets each provider; the server, the design-time tools and the tests all come through here.</summary>
public static class ProviderOptions
{
    /// <summary>SQL Server, repeating what failed by a transient fault.</summary>
    public static DbContextOptionsBuilder UseOpenProjectSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server.EnableRetryOnFailure().UseCompatibilityLevel(160)).AddCommon();

    /// <summary>SQLite.</summary>
    public static DbContextOptionsBuilder UseOpenProjectSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddCommon();

    private static DbContextOptionsBuilder AddCommon(this DbContextOptionsBuilder options) =>
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
}
