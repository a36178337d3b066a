using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A SQLite file with the sample model, set up as the server sets its own up.</summary>
internal sealed class SampleDatabase : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
    private readonly DbContextOptions<SampleContext> options;
    private readonly SqliteConnections connections = new(SqliteSynchronous.Full);
    private readonly WriteGate gate = new(oneAtATime: true);

    public SampleDatabase()
    {
        var builder = new DbContextOptionsBuilder<SampleContext>();
        builder.UseOpenProjectSqlite($"Data Source={file}")
            .UseConnections(connections).AddInterceptors(new HistoryInterceptor(Clock));
        options = builder.Options;
        using var context = Open();
        context.Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public SampleContext Open() => new(options);

    public EfUnitOfWork UnitOfWork(SampleContext context, long? actor = 7)
    {
        var current = new CurrentActor();
        if (actor is { } id)
            current.ActAs(id);
        var signal = new ChangeSignal();
        return new EfUnitOfWork(context, current, gate, signal, new StatusKinds(signal, Clock));
    }

    public async Task<long> StoreAsync(string name)
    {
        await using var context = Open();
        var story = new SampleStory { DisplayName = name };
        context.Add(story);
        await UnitOfWork(context).SaveAsync(default);
        return story.Id;
    }

    public void Dispose()
    {
        gate.Dispose();
        connections.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            File.Delete(path);
    }
}
