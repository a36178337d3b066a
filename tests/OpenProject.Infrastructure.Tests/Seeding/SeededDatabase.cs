using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenProject.Application;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Seeding;

namespace OpenProject.Infrastructure.Tests.Seeding;

/// <summary>What one server process has: its own services over a database file that others may share.</summary>
internal sealed class SeededDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    public SeededDatabase(string directory, DemoData demo, string? adminApiKey)
    {
        services = new ServiceCollection()
            .AddLogging()
            .Configure<DatabaseOptions>(_ => { })
            .Configure<DataOptions>(data => data.Directory = directory)
            .AddPersistence(DatabaseProvider.Sqlite)
            .AddInfrastructure()
            .AddSingleton(Options.Create(new SeedOptions { Demo = demo, AdminApiKey = adminApiKey }))
            .AddApplication()
            .BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public OpenProjectDbContext Context => scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();

    /// <summary>Migrates and seeds, as a server does when it starts, and tells what went to the standard output.</summary>
    public async Task PrepareAsync() => await scope.ServiceProvider.GetRequiredService<IDatabase>().PrepareAsync(default);

    /// <summary>Seeds without waiting for a turn to migrate.</summary>
    public Task SeedAsync() => scope.ServiceProvider.GetRequiredService<ISeeder>().SeedAsync(default);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
