using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A SQLite file with the product's own schema, made by its migrations and empty.</summary>
internal sealed class MigratedDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Template = new(Migrate);

    private readonly string file = NewFile();
    private readonly DbContextOptions<SqliteDbContext> options;
    private readonly WriteGate gate = new(oneAtATime: true);

    public MigratedDatabase()
    {
        File.WriteAllBytes(file, Template.Value);
        options = OptionsFor(file, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public SqliteDbContext Open() => new(options);

    /// <summary>A context whose statements somebody watches.</summary>
    public SqliteDbContext Open(IInterceptor watcher) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>(options).AddInterceptors(watcher).Options);

    public EfUnitOfWork UnitOfWork(OpenProjectDbContext context, long actor)
    {
        var current = new CurrentActor();
        current.ActAs(actor);
        return new EfUnitOfWork(context, current, gate, new ChangeSignal());
    }

    /// <summary>Stores new entities that need no journal.</summary>
    public async Task StoreAsync(params object[] entities)
    {
        await using var context = Open();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }

    public void Dispose()
    {
        gate.Dispose();
        Delete(file);
    }

    private static DbContextOptions<SqliteDbContext> OptionsFor(string path, TimeProvider clock)
    {
        var builder = new DbContextOptionsBuilder<SqliteDbContext>();
        builder.UseOpenProjectSqlite($"Data Source={path}")
            .AddInterceptors(new HistoryInterceptor(clock), new SqliteConnectionSettings(SqliteSynchronous.Normal));
        return builder.Options;
    }

    private static byte[] Migrate()
    {
        var template = NewFile();
        using (var context = new SqliteDbContext(OptionsFor(template, TimeProvider.System)))
            context.Database.Migrate();
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
