using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A database with the product's own schema, made by its migrations and empty.</summary>
internal sealed class MigratedDatabase : IDisposable
{
    private readonly IMigratedStore store;
    private readonly HistoryInterceptor history;
    private readonly WriteGate gate;

    public MigratedDatabase(DatabaseProvider provider)
    {
        store = provider == DatabaseProvider.SqlServer ? new MigratedSqlServer() : new MigratedSqlite();
        history = new HistoryInterceptor(Clock);
        gate = new WriteGate(oneAtATime: provider == DatabaseProvider.Sqlite);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public OpenProjectDbContext Open() => store.Open(history);

    /// <summary>A context whose statements somebody watches.</summary>
    public OpenProjectDbContext Open(IInterceptor watcher) => store.Open(history, watcher);

    public EfUnitOfWork UnitOfWork(OpenProjectDbContext context, long actor)
    {
        var current = new CurrentActor();
        current.ActAs(actor);
        var signal = new ChangeSignal();
        return new EfUnitOfWork(context, current, gate, signal, new StatusKinds(signal, Clock));
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
        store.Dispose();
    }
}
