using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A SQLite file: a copy of one that was migrated for the whole run.</summary>
internal sealed class MigratedSqlite : IMigratedStore
{
    private static readonly Lazy<byte[]> Template = new(Migrate);

    private readonly string file = NewFile();
    private readonly SqliteConnections connections = new(SqliteSynchronous.Normal);

    public MigratedSqlite() => File.WriteAllBytes(file, Template.Value);

    public OpenProjectDbContext Open(params IInterceptor[] interceptors) => Open(file, connections, interceptors);

    public void Dispose()
    {
        connections.Dispose();
        Delete(file);
    }

    private static SqliteDbContext Open(string path, SqliteConnections connections, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<SqliteDbContext>();
        builder.UseOpenProjectSqlite($"Data Source={path}")
            .UseConnections(connections).AddInterceptors(interceptors);
        return new SqliteDbContext(builder.Options);
    }

    private static byte[] Migrate()
    {
        var template = NewFile();
        using (var opened = new SqliteConnections(SqliteSynchronous.Normal))
        using (var context = Open(template, opened))
        {
            context.Database.Migrate();
            WordIndex.PrepareAsync(context, CancellationToken.None).GetAwaiter().GetResult();
        }

        SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(template);
        Delete(template);
        return bytes;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    private static void Delete(string database)
    {
        using (var connection = new SqliteConnection($"Data Source={database}"))
            SqliteConnection.ClearPool(connection);
        foreach (var path in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(database)}*"))
            File.Delete(path);
    }
}
