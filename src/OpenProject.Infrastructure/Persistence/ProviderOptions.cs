using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>How the model meets each provider; the server, the design-time tools and the tests all come through here.</summary>
/// <remarks>
/// The values of a list travel as one JSON parameter: no number of them meets a limit, and one statement serves all.
/// An aggregate comes with its parts in one statement, so that they are of the same moment.
/// </remarks>
public static class ProviderOptions
{
    /// <summary>SQL Server, repeating what failed by a transient fault.</summary>
    public static DbContextOptionsBuilder UseOpenProjectSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server
            .EnableRetryOnFailure()
            .UseCompatibilityLevel(160)
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).AddCommon(TextComparisons.OfSqlServer);

    /// <summary>SQLite.</summary>
    public static DbContextOptionsBuilder UseOpenProjectSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).AddCommon(TextComparisons.OfSqlite);

    /// <summary>Has contexts of SQLite borrow their connections.</summary>
    [SuppressMessage("Usage", "EF1001", Justification = "As SqliteBorrowedConnection says.")]
    internal static DbContextOptionsBuilder UseConnections(this DbContextOptionsBuilder options, SqliteConnections connections) =>
        options.ReplaceService<ISqliteRelationalConnection, SqliteBorrowedConnection>().AddInterceptors(connections);

    private static DbContextOptionsBuilder AddCommon(this DbContextOptionsBuilder options, TextComparisons texts) =>
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(EnumComparisons.Instance, texts);
}
